import { Store } from '@earshot/core/lib/browser/application';

export interface ChannelMix {
    /** How loud each channel is: 0 muted, 1 as recorded, at most 4. */
    readonly gains: readonly number[];
    /** Both channels in both ears, instead of one in each. */
    readonly together: boolean;
}

export const LOUDEST = 4;

/**
 * The loudness of each channel by itself: splitter, one gain per channel, merger. The graph is only made when somebody wants
 * something other than what was recorded: without it, sound does not depend on an audio context being allowed to run.
 */
export class ChannelMixer {
    readonly mix: Store<ChannelMix>;
    private context: AudioContext | undefined;
    private gains: readonly (readonly GainNode[])[] = [];
    private readonly resume = (): void => void this.context?.resume();

    constructor(private readonly media: HTMLMediaElement, channels: number) {
        this.mix = new Store<ChannelMix>({ gains: Array.from({ length: channels }, () => 1), together: false });
    }

    /** Whether anything at all can be heard. */
    readonly isAudible = (): boolean => this.mix.get().gains.some(each => each > 0);

    setGain(channel: number, gain: number): void {
        this.change({ ...this.mix.get(), gains: this.mix.get().gains.map((each, index) => index === channel ? Math.max(0, Math.min(LOUDEST, gain)) : each) });
    }

    setTogether(together: boolean): void {
        this.change({ ...this.mix.get(), together });
    }

    dispose(): void {
        this.media.removeEventListener('play', this.resume);
        void this.context?.close().catch(() => { /* closed already */ });
    }

    private change(mix: ChannelMix): void {
        this.mix.set(mix);
        this.connect();
        this.gains.forEach((ears, channel) => ears.forEach((gain, ear) => {
            const own = mix.gains.length === 1 || ear === channel % ears.length;
            // half of each in both ears is as loud as one in each
            gain.gain.value = mix.together && mix.gains.length > 1 ? mix.gains[channel]! / 2 : own ? mix.gains[channel]! : 0;
        }));
    }

    private connect(): void {
        if (this.context || typeof AudioContext === 'undefined') {
            return;
        }
        const context = this.context = new AudioContext({ latencyHint: 'interactive' });
        const channels = this.mix.get().gains.length;
        const splitter = context.createChannelSplitter(Math.max(2, channels));
        const merger = context.createChannelMerger(2);
        context.createMediaElementSource(this.media).connect(splitter);
        this.gains = this.mix.get().gains.map((_, channel) => [0, 1].map(ear => {
            const gain = context.createGain();
            splitter.connect(gain, channel);
            gain.connect(merger, 0, ear);
            return gain;
        }));
        merger.connect(context.destination);
        this.media.addEventListener('play', this.resume);
        this.resume();
    }
}
