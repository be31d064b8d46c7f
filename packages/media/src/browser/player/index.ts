export { CallFigures, type CallFiguresProps } from '../figures/call-figures';
export { RecordingPlayer, type RecordingPlayerProps } from './recording-player';
export { TranscriptPane, type TranscriptPaneProps } from '../transcript/transcript-pane';
export { useTranscript } from '../transcript/use-transcript';
export type { PlayerController } from './player-controller';
export type { RecordingMark } from '../../common/player/mark-clusters';
export type { TimeRange } from '../../common/player/time-range';
export { problemText } from './problem-words';
