import { VoiceActivity } from '../activity-format';
import { PcmBlock, ProbeOptions } from '../audio-codec';
import { AudioCodecRegistry, CodecSelection } from '../audio-codec-registry';
import { AudioError } from '../audio-error';
import { AudioProbe, AudioWarning, durationOf } from '../audio-probe';
import { PeakPyramid } from '../peaks-format';
import { needsRendition, RenditionFormat } from '../renditions/needs-rendition';
import { RenditionSink } from '../renditions/rendition';
import { LoudnessMeter } from './loudness-meter';
import { PeakBuilder } from './peak-builder';
import { openRecording, RecordingSource } from './recording-source';
import { SpeechLevels } from './speech-levels';
import { voiceActivity } from './voice-activity';

export interface AnalysisLimits {
    /** Longer recordings are refused. */
    readonly maxDurationMs: number;
}

/** Half a day: longer files are dictation machines left running, or bombs. */
export const DEFAULT_LIMITS: AnalysisLimits = { maxDurationMs: 12 * 3600_000 };

/** What to do, in words that can be sent to another thread. */
export interface AnalysisRequest extends ProbeOptions, CodecSelection {
    /** Where to write a rendition, if one is needed. */
    readonly renditionPath?: string;
    /** `always` writes one even where browsers could play the recording itself, so that it can be masked. `needed` by default. */
    readonly rendition?: 'needed' | 'always';
    readonly limits?: Partial<AnalysisLimits>;
}

export interface AnalysisOptions extends AnalysisRequest {
    /** Hears the share of the recording that is done, 0…1, about a hundred times. */
    readonly onProgress?: (share: number) => void;
    /** Ends the analysis with the signal's reason, and leaves no file behind. */
    readonly signal?: AbortSignal;
}

/** How loud one channel is. */
export interface ChannelLoudness {
    /** Integrated loudness in LUFS (EBU R 128), the channel taken for a programme of its own; null where all of it is (nearly) silent. */
    readonly integratedLufs: number | null;
    /** Largest sample in dB below full scale; null where there is none but zero. */
    readonly peakDbfs: number | null;
    /** Share of samples at the limit of the scale, 0…1. */
    readonly clippedShare: number;
}

export interface AudioAnalysis {
    readonly probe: AudioProbe;
    /** The two files of a joined call. */
    readonly legs?: readonly [AudioProbe, AudioProbe];
    /** Counted in decoded samples, whatever any header says. */
    readonly durationMs: number;
    readonly channels: number;
    readonly peaks: PeakPyramid;
    readonly activity: VoiceActivity;
    readonly loudness: { readonly channels: readonly ChannelLoudness[] };
    readonly rendition?: { readonly path: string; readonly format: RenditionFormat };
    readonly warnings: readonly AudioWarning[];
}

/**
 * Everything that the product wants to know about a recording, in one pass over its samples; memory does not grow with the file
 * (beyond some bytes per 10 ms). Works in the calling thread, with pauses; see `analyseInWorker` for one that never disturbs it.
 * A cut or damaged recording gives what can be decoded, and a warning.
 * @throws AudioError with a stable `code` and a sentence that says what to do
 */
export const analyse = async (source: RecordingSource, options: AnalysisOptions = {}): Promise<AudioAnalysis> => {
    const { signal, renditionPath } = options;
    const maxDurationMs = options.limits?.maxDurationMs ?? DEFAULT_LIMITS.maxDurationMs;
    const recording = await openRecording(source, AudioCodecRegistry.standard(options), options);
    const { probe, legs } = recording;
    const warnings = new Set<AudioWarning>(probe.warnings);
    const wantsRendition = renditionPath !== undefined && (options.rendition === 'always' || needsRendition(probe));
    let pass: Pass | undefined;
    let sink: RenditionSink | undefined;
    try {
        checkDuration(probe.durationMs, maxDurationMs);
        const progress = new Progress(probe.durationMs, options.onProgress);
        for await (const block of recording.decode({ signal, onWarning: warning => warnings.add(warning) })) {
            signal?.throwIfAborted();
            pass ??= new Pass(block);
            pass.push(block);
            if (wantsRendition) {
                sink ??= await RenditionSink.create(renditionPath, block.channels, block.sampleRate);
                await sink.push(block);
            }
            checkDuration(pass.durationMs, maxDurationMs);
            progress.at(pass.durationMs);
        }
        signal?.throwIfAborted();
        if (!pass || pass.durationMs === 0) {
            throw new AudioError('corrupt', 'Nothing in this recording could be decoded. Export it again.');
        }
        await sink?.finish();
        const format = sink?.format;
        sink = undefined;
        progress.at(Infinity);
        return {
            probe, ...legs && { legs }, ...pass.finish(), warnings: [...warnings],
            ...format && renditionPath !== undefined && { rendition: { path: renditionPath, format } }
        };
    } finally {
        await sink?.abandon();
        await recording.close();
    }
};

/** All meters that listen to one recording. */
class Pass {
    private readonly peaks: PeakBuilder;
    private readonly loudness: LoudnessMeter;
    private readonly levels: SpeechLevels;
    private frames = 0;

    constructor(private readonly first: PcmBlock) {
        const { channels, sampleRate } = first;
        this.peaks = new PeakBuilder(channels, sampleRate);
        this.loudness = new LoudnessMeter(channels, sampleRate);
        this.levels = new SpeechLevels(channels, sampleRate);
    }

    get durationMs(): number {
        return durationOf(this.frames, this.first.sampleRate);
    }

    push(block: PcmBlock): void {
        this.peaks.push(block);
        this.loudness.push(block);
        this.levels.push(block);
        this.frames += block.samples.length / block.channels;
    }

    finish(): Pick<AudioAnalysis, 'durationMs' | 'channels' | 'peaks' | 'activity' | 'loudness'> {
        const { durationMs } = this;
        const peakDbfs = this.peaks.peakDbfs();
        const clippedShare = this.peaks.clippedShare();
        const channels = this.loudness.finish().map((integratedLufs, channel) => ({ integratedLufs, peakDbfs: peakDbfs[channel], clippedShare: clippedShare[channel] }));
        return {
            durationMs, channels: this.first.channels, peaks: this.peaks.finish(),
            activity: voiceActivity(this.levels.finish(), durationMs), loudness: { channels }
        };
    }
}

const checkDuration = (durationMs: number, maxDurationMs: number): void => {
    if (durationMs > maxDurationMs) {
        const minutes = Math.round(maxDurationMs / 60_000);
        throw new AudioError('too-long', `The recording is longer than ${minutes} minutes, the limit set for imports. Split it, or ask the operator to raise the limit.`);
    }
};

/** Passes on every hundredth. */
class Progress {
    private next = 0;

    constructor(private readonly durationMs: number, private readonly listener: ((share: number) => void) | undefined) { }

    at(doneMs: number): void {
        const share = this.durationMs > 0 || doneMs === Infinity ? Math.min(1, doneMs / this.durationMs) : 0;
        if (this.listener && share >= this.next) {
            this.next = Math.floor(share * 100) / 100 + 0.01;
            this.listener(doneMs === Infinity ? 1 : share);
        }
    }
}
