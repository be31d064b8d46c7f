export * from './audio-codec';
export * from './audio-codec-registry';
export * from './audio-error';
export { AudioFile } from './audio-file';
export * from './audio-probe';
export * from './browser-playback';
export * from './probe';
