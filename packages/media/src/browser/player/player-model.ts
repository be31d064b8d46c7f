import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Store, type ApiService } from '@earshot/core/lib/browser/application';
import type { Recording } from '../../common/media-contract';
import { mergeRanges, type TimeRange } from '../../common/player/time-range';
import { bringIntoView, fitAll, fitRange, panBy, pxAt, resizeTo, startAt, type Viewport, zoomBy } from '../../common/player/viewport';
import { ChannelMixer } from './channel-mixer';
import { PeakSource } from './peak-source';
import { Playback } from './playback';
import type { PlayerController } from './player-controller';

/** Where the parts of a player meet: one of these per recording that is shown. */
export class PlayerModel implements PlayerController {
    readonly playback: Playback;
    readonly mixer: ChannelMixer;
    readonly peaks: PeakSource;
    readonly durationMs: number;
    readonly viewport: Store<Viewport>;
    readonly selected = new Store<TimeRange | undefined>(undefined);
    /** What has been listened to, now and in earlier sessions; merged. */
    readonly heard: Store<readonly TimeRange[]>;
    private following = true;
    private readonly abort = new AbortController();
    private readonly toDispose = new DisposableCollection();

    constructor(api: ApiService, readonly recording: Recording, audioUrl: string, heardBefore: readonly TimeRange[], unmasked = false, media: HTMLMediaElement = new Audio()) {
        this.durationMs = recording.durationMs ?? 0;
        const channels = recording.channels ?? 1;
        this.mixer = new ChannelMixer(media, channels > 2 ? 1 : channels);     // a conference is played from a rendition that mixes all voices
        this.playback = new Playback(media, audioUrl, this.durationMs, this.mixer.isAudible);
        this.peaks = new PeakSource(api, recording, unmasked, this.abort.signal);
        this.viewport = new Store(fitAll(this.durationMs, 1));
        this.heard = new Store<readonly TimeRange[]>(mergeRanges(heardBefore));
        this.toDispose.pushAll([
            this.playback.onFrame(position => this.follow(position)),
            this.playback.onHeard(ranges => this.heard.update(heard => mergeRanges([...heard, ...ranges])))
        ]);
    }

    get positionMs(): number { return Math.min(this.durationMs, this.playback.positionMs); }
    get playing(): boolean { return this.playback.playing; }
    get rate(): number { return this.playback.state.get().rate; }
    get selection(): TimeRange | undefined { return this.selected.get(); }

    readonly toggle = (): void => this.playback.toggle();
    readonly play = (): void => void this.playback.play();
    readonly pause = (): void => this.playback.pause();
    readonly faster = (): void => this.playback.faster();
    readonly slower = (): void => this.playback.slower();
    readonly setRate = (rate: number): void => this.playback.setRate(rate);
    readonly seekBy = (ms: number): void => this.seek(this.positionMs + ms);

    readonly seek = (ms: number): void => {
        this.following = true;
        this.playback.seek(ms);
    };

    readonly playRange = (range: TimeRange): void => {
        this.following = true;
        this.playback.playRange(range);
    };

    readonly select = (range: TimeRange | undefined): void => {
        const chosen = range && range[1] > range[0] ? [Math.max(0, range[0]), Math.min(this.durationMs, range[1])] as const : undefined;
        this.selected.set(chosen);
        this.playback.loop = chosen;
        if (!chosen) {
            this.playback.setLooping(false);
        }
    };

    readonly toggleLoop = (): void => {
        const looping = !this.playback.state.get().looping && this.selection !== undefined;
        this.playback.setLooping(looping);
        if (looping && !this.playing) {
            this.seek(this.selection![0]);
            this.play();
        }
    };

    readonly toggleSkipping = (): void => this.playback.setSkipping(!this.playback.state.get().skipping);

    readonly markNow = (): { fromMs: number; toMs: number } => {
        const [fromMs, toMs] = this.selection ?? [this.positionMs, this.positionMs];
        return { fromMs: Math.round(fromMs), toMs: Math.round(toMs) };
    };

    /** @param anchorPx what stays in place: where the pointer is; without it the playhead, or the middle if that is out of sight. */
    readonly zoom = (factor: number, anchorPx?: number): void => this.look(viewport => {
        const playhead = pxAt(viewport, this.positionMs);
        return zoomBy(viewport, factor, anchorPx ?? (playhead >= 0 && playhead <= viewport.widthPx ? playhead : viewport.widthPx / 2));
    });
    readonly showAll = (): void => this.look(({ durationMs, widthPx }) => fitAll(durationMs, widthPx));
    readonly showRange = (range: TimeRange): void => this.look(viewport => fitRange(viewport, range));
    readonly resize = (widthPx: number): void => this.viewport.update(viewport => resizeTo(viewport, widthPx));
    readonly pan = (px: number): void => this.look(viewport => panBy(viewport, px));
    readonly scrollTo = (startMs: number): void => this.look(viewport => startAt(viewport, startMs));

    dispose(): void {
        this.playback.dispose();
        this.mixer.dispose();
        this.abort.abort();
        this.toDispose.dispose();
    }

    /** Whoever looks elsewhere while it plays is not pulled back, until the playhead is in sight again. */
    private look(change: (viewport: Viewport) => Viewport): void {
        this.viewport.update(change);
        const viewport = this.viewport.get();
        this.following = bringIntoView(viewport, this.positionMs) === viewport;
    }

    private follow(position: number): void {
        if (this.following) {
            this.viewport.update(viewport => bringIntoView(viewport, position));
        } else {
            this.following = bringIntoView(this.viewport.get(), position) === this.viewport.get();
        }
    }
}
