import { AnalysisRequest, AudioAnalysis } from './analysis/analyse';
import { RecordingSource } from './analysis/recording-source';
import { AudioErrorJson } from './audio-error';

/** What the worker is started with. */
export interface WorkerTask {
    readonly source: RecordingSource;
    readonly request: AnalysisRequest;
}

/** What the worker hears. */
export type WorkerCommand = 'abort';

/** What the worker says. */
export type WorkerReport =
    | { readonly kind: 'progress'; readonly share: number }
    | { readonly kind: 'done'; readonly analysis: AudioAnalysis }
    | { readonly kind: 'refused'; readonly error: AudioErrorJson }
    | { readonly kind: 'failed'; readonly message: string };
