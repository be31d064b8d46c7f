import { Emitter } from '@theia/core/lib/common/event';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Store } from '@earshot/core/lib/browser/application';
import { interrupt, listen, nothingHeard, takeHeard } from '../../common/player/listening';
import { diversionAt } from '../../common/player/playback-course';
import type { TimeRange } from '../../common/player/time-range';
import { nextRate } from './playback-rates';

export interface PlaybackState {
    readonly playing: boolean;
    readonly rate: number;
    readonly skipping: boolean;
    /** Plays the selection again and again. */
    readonly looping: boolean;
    /** Wants to play, but the sound has not arrived yet. */
    readonly waiting: boolean;
    /** The browser cannot get at the sound, or not play it. */
    readonly failed: boolean;
}

/** Every so often what was heard is told, so that little is lost when a window is closed. */
const TELL_MS = 10_000;

/**
 * What is heard: a media element that streams by byte ranges, with loop, skipped silences and the record of what was really
 * listened to. Positions are milliseconds.
 */
export class Playback {
    readonly state = new Store<PlaybackState>({ playing: false, rate: 1, skipping: false, looping: false, waiting: false, failed: false });
    private readonly frameEmitter = new Emitter<number>();
    /** The position, with every frame that is drawn while it plays, and after every jump. */
    readonly onFrame = this.frameEmitter.event;
    private readonly hearEmitter = new Emitter<readonly TimeRange[]>();
    /** What was heard, in batches. */
    readonly onHeard = this.hearEmitter.event;

    /** What playback leaves out while skipping is on. */
    skipped: readonly TimeRange[] = [];
    /** What is repeated while looping is on. */
    loop: TimeRange | undefined;
    private stopAt: number | undefined;
    private wanted: number | undefined;
    private listening = nothingHeard;
    private told: number;
    private frame = 0;
    private readonly toDispose = new DisposableCollection(this.frameEmitter, this.hearEmitter);

    /**
     * @param media an audio element; its source is set here and taken away in the end.
     * @param isAudible whether what plays can be heard at all (no channel is, if both are muted).
     * @param clock milliseconds that only run forward.
     */
    constructor(readonly media: HTMLMediaElement, url: string, readonly durationMs: number,
        private readonly isAudible: () => boolean = () => true, private readonly clock: () => number = () => performance.now()) {
        this.told = clock();
        media.preload = 'auto';
        media.src = url;
        this.on('play', () => this.startFrames());
        this.on('playing', () => this.update({ playing: true, waiting: false, failed: false }));
        this.on('waiting', () => this.update({ waiting: !media.paused }));
        this.on('pause', () => this.paused());
        this.on('timeupdate', () => this.tick());     // frames stop in a hidden window, this goes on
        this.on('seeked', () => this.arrived());
        this.on('error', () => this.update({ failed: true, playing: false, waiting: false }));
        this.on('loadedmetadata', () => this.applyWanted());
        const tell = (): void => this.tell();
        window.addEventListener('pagehide', tell);
        this.toDispose.push({ dispose: () => window.removeEventListener('pagehide', tell) });
    }

    get positionMs(): number {
        return this.wanted ?? this.media.currentTime * 1000;
    }

    get playing(): boolean {
        return !this.media.paused && !this.media.ended;
    }

    async play(): Promise<void> {
        if (this.positionMs >= this.durationMs - 50) {
            this.seek(this.state.get().looping && this.loop ? this.loop[0] : 0);
        }
        this.update({ playing: true, waiting: this.media.readyState < 3 });
        try {
            await this.media.play();
        } catch (error) {
            // AbortError: paused again before the sound arrived
            this.update({ playing: false, waiting: false, failed: (error as Error).name === 'NotSupportedError' });
        }
    }

    pause(): void {
        this.media.pause();
    }

    toggle(): void {
        this.stopAt = undefined;
        if (this.playing) {
            this.pause();
        } else {
            void this.play();
        }
    }

    /** Jumps; what lies between is not listened to. */
    seek(ms: number): void {
        const position = Math.max(0, Math.min(this.durationMs, ms));
        this.stopAt = undefined;
        this.listening = interrupt(this.listening);
        this.wanted = position;
        if (this.media.readyState > 0) {
            this.applyWanted();
        }
        this.frameEmitter.fire(position);
    }

    seekBy(ms: number): void {
        this.seek(this.positionMs + ms);
    }

    /** Plays a range once and stops at its end; a moment is played from shortly before, and on. */
    playRange([fromMs, toMs]: TimeRange): void {
        if (toMs > fromMs) {
            this.seek(fromMs);
            this.stopAt = toMs;
        } else {
            this.seek(fromMs - 1000);
        }
        void this.play();
    }

    setRate(rate: number): void {
        this.media.preservesPitch = true;
        this.media.defaultPlaybackRate = rate;
        this.media.playbackRate = rate;
        this.update({ rate });
    }

    faster(): void {
        this.setRate(nextRate(this.state.get().rate, 1));
    }

    slower(): void {
        this.setRate(nextRate(this.state.get().rate, -1));
    }

    setSkipping(skipping: boolean): void {
        this.update({ skipping });
    }

    setLooping(looping: boolean): void {
        this.stopAt = undefined;
        this.update({ looping });
    }

    /** Tries again after the sound could not be loaded. */
    retry(): void {
        this.wanted = this.positionMs;
        this.update({ failed: false });
        this.media.load();
    }

    dispose(): void {
        cancelAnimationFrame(this.frame);
        this.observe(false);
        this.tell();
        this.toDispose.dispose();
        this.media.pause();
        this.media.removeAttribute('src');
        this.media.load();                             // lets go of the connection
    }

    private on(event: string, handle: () => void): void {
        this.media.addEventListener(event, handle);
        this.toDispose.push({ dispose: () => this.media.removeEventListener(event, handle) });
    }

    private update(change: Partial<PlaybackState>): void {
        this.state.update(state => Object.entries(change).every(([key, value]) => state[key as keyof PlaybackState] === value) ? state : { ...state, ...change });
    }

    private applyWanted(): void {
        if (this.wanted !== undefined) {
            this.media.currentTime = this.wanted / 1000;
        }
    }

    private arrived(): void {
        this.wanted = undefined;
        this.frameEmitter.fire(this.positionMs);
    }

    private startFrames(): void {
        cancelAnimationFrame(this.frame);
        const next = (): void => {
            this.tick();
            this.frame = this.playing ? requestAnimationFrame(next) : 0;
        };
        next();
    }

    private paused(): void {
        cancelAnimationFrame(this.frame);
        this.observe(false);
        this.tell();
        this.update({ playing: false, waiting: false });
        this.frameEmitter.fire(this.positionMs);
    }

    private tick(): void {
        if (this.wanted !== undefined || this.media.seeking) {
            return;
        }
        this.observe(this.playing && !this.media.muted && this.media.volume > 0 && this.isAudible());
        const position = this.positionMs;
        this.frameEmitter.fire(position);
        if (this.playing) {
            this.divert(position);
        }
        if (this.clock() - this.told > TELL_MS) {
            this.tell();
        }
    }

    private divert(position: number): void {
        const { looping, skipping } = this.state.get();
        const { stopAt } = this;
        const diversion = diversionAt(position, { stopAt, loop: looping ? this.loop : undefined, skipped: skipping ? this.skipped : [] });
        if (diversion?.kind === 'pause') {
            this.stopAt = undefined;
            this.pause();
        } else if (diversion) {
            this.seek(diversion.to);
            this.stopAt = stopAt;
        }
    }

    private observe(audible: boolean): void {
        this.listening = listen(this.listening, { positionMs: this.positionMs, clockMs: this.clock(), rate: this.media.playbackRate, audible });
    }

    private tell(): void {
        this.told = this.clock();
        const { heard, rest } = takeHeard(this.listening);
        this.listening = rest;
        if (heard.length) {
            this.hearEmitter.fire(heard);
        }
    }
}
