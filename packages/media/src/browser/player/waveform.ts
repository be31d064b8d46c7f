import type WaveSurfer from 'wavesurfer.js';
import type { PeakLevel } from '@earshot/audio/lib/peaks-format';
import { isFit, type Viewport } from '../../common/player/viewport';

/** Begins to load with the module that needs it, not when the first call is opened. */
const library = import('wavesurfer.js');
library.catch(() => { /* without a picture it still plays */ });

export interface WaveformLooks {
    /** One colour per channel. */
    readonly colors: readonly string[];
    readonly channelHeight: number;
}

const amplitudes = new WeakMap<PeakLevel, readonly Float32Array[]>();

/** The peaks of a level as the drawing wants them, 0 to 1, each level once; they stay companded, so that a quiet customer is seen. */
function asAmplitudes(level: PeakLevel): Float32Array[] {
    let found = amplitudes.get(level);
    if (!found) {
        found = level.channels.map(bytes => {
            const floats = new Float32Array(bytes.length);
            for (let index = 0; index < bytes.length; index++) {
                floats[index] = bytes[index]! / 255;
            }
            return floats;
        });
        amplitudes.set(level, found);
    }
    return [...found];
}

/**
 * The waveforms of the channels, one below the other, for the part in sight. wavesurfer.js draws and scrolls; it never fetches
 * or decodes the recording: it is given peaks and a media element. Pointer, keys, ruler and marks are ours.
 */
export class Waveform {
    private surfer: WaveSurfer | undefined;
    private disposed = false;
    private moving = false;
    private shown: Viewport | undefined;
    private peaks: PeakLevel | undefined;

    constructor(private readonly container: HTMLElement, private readonly media: HTMLMediaElement, private readonly durationMs: number,
        private looks: WaveformLooks, private readonly onScrolled: (startMs: number) => void) { }

    /** Draws a level of the peaks; the first time also makes the waveform. Playback is not disturbed. */
    async draw(peaks: PeakLevel): Promise<void> {
        if (this.peaks === peaks) {
            return;
        }
        this.peaks = peaks;
        const WaveSurferClass = (await library).default;
        if (this.disposed || this.peaks !== peaks) {
            return;
        }
        if (this.surfer) {
            // setOptions() would keep the peaks that were drawn before; loading the same address leaves the media element alone
            await this.surfer.load(this.media.currentSrc || this.media.src, asAmplitudes(peaks), this.durationMs / 1000).catch(() => { /* a newer level came meanwhile */ });
            this.place();
            return;
        }
        this.surfer = WaveSurferClass.create({
            container: this.container, media: this.media, peaks: asAmplitudes(peaks), duration: this.durationMs / 1000,
            interact: false, autoScroll: false, autoCenter: false, cursorWidth: 0, normalize: false, minPxPerSec: this.minPxPerSec, ...this.options()
        });
        this.surfer.on('scroll', () => this.scrolled());
        this.surfer.once('redrawcomplete', () => this.place());
    }

    show(viewport: Viewport): void {
        const before = this.shown;
        this.shown = viewport;
        if (!this.surfer?.getDecodedData()) {
            return;
        }
        if (!before || before.pxPerMs !== viewport.pxPerMs || isFit(before) !== isFit(viewport)) {
            this.moving = true;                        // between the new width and the new place it stands somewhere else
            this.surfer.zoom(this.minPxPerSec);
        }
        this.place();
        this.moving = false;
    }

    restyle(looks: WaveformLooks): void {
        this.looks = looks;
        this.surfer?.setOptions(this.options());
        this.place();
    }

    dispose(): void {
        this.disposed = true;
        this.surfer?.destroy();
    }

    private get minPxPerSec(): number {
        return !this.shown || isFit(this.shown) ? 0 : this.shown.pxPerMs * 1000;
    }

    private options() {
        const { colors, channelHeight } = this.looks;
        return { height: channelHeight, splitChannels: colors.map(color => ({ height: channelHeight, waveColor: color, progressColor: color })) };
    }

    private place(): void {
        const left = this.shown ? this.shown.startMs * this.shown.pxPerMs : 0;
        if (this.surfer && Math.abs(this.surfer.getScroll() - left) >= 1) {
            this.surfer.setScroll(left);
        }
    }

    /** The scroll bar was used: whatever else is drawn must follow. Our own scrolling comes back here as well, and is recognised. */
    private scrolled(): void {
        const { shown, surfer } = this;
        if (!this.moving && shown && surfer && Math.abs(surfer.getScroll() - shown.startMs * shown.pxPerMs) >= 1) {
            this.onScrolled(surfer.getScroll() / shown.pxPerMs);
        }
    }
}
