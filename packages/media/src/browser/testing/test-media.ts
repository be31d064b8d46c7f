/** For tests: a media element without sound, whose time passes when the test says so. */
export class TestMedia extends EventTarget {
    preload = '';
    src = '';
    readyState = 4;
    paused = true;
    ended = false;
    seeking = false;
    muted = false;
    volume = 1;
    playbackRate = 1;
    defaultPlaybackRate = 1;
    preservesPitch = true;
    private seconds = 0;

    get currentTime(): number {
        return this.seconds;
    }

    set currentTime(seconds: number) {
        this.seconds = seconds;
        this.seeking = true;
        queueMicrotask(() => {
            this.seeking = false;
            this.dispatchEvent(new Event('seeked'));
        });
    }

    async play(): Promise<void> {
        this.paused = false;
        this.dispatchEvent(new Event('play'));
        this.dispatchEvent(new Event('playing'));
    }

    pause(): void {
        if (!this.paused) {
            this.paused = true;
            this.dispatchEvent(new Event('pause'));
        }
    }

    load(): void { /* nothing to fetch */ }

    removeAttribute(): void {
        this.src = '';
    }

    /** Plays on for so long, as heard at the present speed. */
    pass(ms: number): void {
        this.seconds += ms / 1000 * this.playbackRate;
        this.dispatchEvent(new Event('timeupdate'));
    }

    get element(): HTMLMediaElement {
        return this as unknown as HTMLMediaElement;
    }
}
