import { AudioError } from '../audio-error';

/** @param what the codec or container, in the user's words */
export const ffmpegNeeded = (what: string): AudioError =>
    new AudioError('ffmpeg-needed', `Recordings in ${what} need ffmpeg to be read. Ask the operator to install ffmpeg and name its path in the settings, or export the recording as WAV.`);
