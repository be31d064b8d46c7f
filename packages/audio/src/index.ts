/**
 * `@earshot/audio`: what a recording is, what is to be heard in it, who speaks when, and how to play and mask it.
 * Pure TypeScript for Node, without Theia and without a database. `lib/peaks-format`, `lib/activity-format`, `lib/masking/masks`
 * and `lib/masking/mask-peaks` are free of Node and meant for browsers too.
 */
export * from './activity-format';
export * from './analyse-in-worker';
export * from './analysis/analyse';
export { LoudnessMeter } from './analysis/loudness-meter';
export { PeakBuilder } from './analysis/peak-builder';
export type { OpenRecording, RecordingSource } from './analysis/recording-source';
export { openRecording } from './analysis/recording-source';
export { SpeechLevels } from './analysis/speech-levels';
export { voiceActivity } from './analysis/voice-activity';
export * from './audio-codec';
export * from './audio-codec-registry';
export * from './audio-error';
export { AudioFile } from './audio-file';
export * from './audio-probe';
export { playsInBrowsers } from './browser-playback';
export { FfmpegCodec } from './codecs/ffmpeg-codec';
export * from './masking/mask-peaks';
export * from './masking/mask-transform';
export * from './masking/maskable-format';
export * from './masking/masks';
export * from './peaks-format';
export * from './probe';
export * from './renditions/needs-rendition';
export * from './renditions/write-rendition';
