import { decodePeakLevel, type PeakLevel } from '@earshot/audio/lib/peaks-format';
import type { ApiService } from '@earshot/core/lib/browser/application';
import type { Recording } from '../../common/media-contract';
import { levelFor } from '../../common/player/peak-level';

/** Fetches the levels of a waveform when they are wanted, each once. */
export class PeakSource {
    private readonly levels = new Map<number, Promise<PeakLevel>>();

    constructor(private readonly api: ApiService, private readonly recording: Pick<Recording, 'id' | 'revision' | 'peakLevels' | 'channels'>, private readonly unmasked: boolean, private readonly signal: AbortSignal) { }

    /** The level for a scale; undefined for a recording without waveform. */
    at(devicePixelsPerMs: number): Promise<PeakLevel> | undefined {
        const level = levelFor(this.recording.peakLevels, devicePixelsPerMs);
        return level && this.fetch(level.level, level.millisecondsPerPeak);
    }

    private fetch(level: number, windowMs: number): Promise<PeakLevel> {
        let found = this.levels.get(level);
        if (!found) {
            const { id, revision, channels } = this.recording;
            found = this.api.stream(`/media/recordings/${id}/peaks/${level}?revision=${encodeURIComponent(revision)}${this.unmasked ? '&masks=lifted' : ''}`, { signal: this.signal })
                .then(async response => decodePeakLevel(new Uint8Array(await response.arrayBuffer()), windowMs, channels ?? 1));
            found.catch(() => this.levels.delete(level));
            this.levels.set(level, found);
        }
        return found;
    }
}
