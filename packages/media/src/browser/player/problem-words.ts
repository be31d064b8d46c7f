import { nls } from '@theia/core/lib/common/nls';

/** Why a recording could not be used, and what to do: a sentence for each code of the audio package and of its processing. */
export function problemText(code: string): string | undefined {
    switch (code) {
        case 'empty-file': return nls.localize('earshot/media/problem/empty-file', 'The file is empty. Export the recording again, or wait until it has been written completely.');
        case 'not-audio': return nls.localize('earshot/media/problem/not-audio', 'This is not a recording, whatever its name says. Choose the audio file itself, not an archive or a document.');
        case 'truncated': return nls.localize('earshot/media/problem/truncated', 'The file breaks off so early that nothing can be heard. Export the recording again.');
        case 'unsupported-codec': return nls.localize('earshot/media/problem/unsupported-codec', 'This kind of audio cannot be read. Export the recording as WAV, MP3, Opus or FLAC.');
        case 'ffmpeg-needed': return nls.localize('earshot/media/problem/ffmpeg-needed', 'This kind of audio needs ffmpeg, which is not set up on this server. Ask the administrator, or export the recording as WAV or MP3.');
        case 'too-long': return nls.localize('earshot/media/problem/too-long', 'The recording is longer than is allowed here. Split it, or ask the administrator.');
        case 'corrupt': return nls.localize('earshot/media/problem/corrupt', 'The file is damaged and cannot be read. Export the recording again.');
        case 'legs-not-mono': return nls.localize('earshot/media/problem/legs-not-mono', 'Of a recording in two files, each must have one channel. One of these has more.');
        case 'not-maskable': return nls.localize('earshot/media/problem/not-maskable', 'Nothing can be masked in this kind of audio. Convert the recording to WAV first.');
        case 'no-progress': return nls.localize('earshot/media/problem/no-progress', 'Reading the file got stuck and was given up. Try again; if it stays, export the recording again.');
        case 'blob-missing': return nls.localize('earshot/media/problem/blob-missing', 'The file is no longer in the storage of this server. Ask the administrator to restore it from the backup.');
        case 'disk-full': return nls.localize('earshot/media/problem/disk-full', 'The storage of this server is full. Ask the administrator to make room, then try again.');
        case 'cancelled': return nls.localize('earshot/media/problem/cancelled', 'Processing was cancelled. The file is kept: try again when you want to.');
        case 'unexpected': return nls.localize('earshot/media/problem/unexpected', 'Something went wrong while the recording was processed. Try again; if it stays, tell your administrator.');
        default: return undefined;
    }
}

/** Why something cannot be done with a recording as it is now: a sentence for each reason of a CONFLICT. */
export function conflictText(reason: string): string | undefined {
    switch (reason) {
        case 'recording-not-ready': return nls.localize('earshot/media/conflict/not-ready', 'The recording is still being prepared. Wait a moment.');
        case 'recording-not-failed': return nls.localize('earshot/media/conflict/not-failed', 'The recording is being processed, or can be played already. Load the page again.');
        case 'recording-without-channels': return nls.localize('earshot/media/conflict/without-channels', 'Agent and customer are not on channels of their own here, so there is nothing to exchange.');
        case 'recording-masking': return nls.localize('earshot/media/conflict/masking', 'A part of this recording is being masked. It can be heard again in a moment.');
        case 'recording-masked': return nls.localize('earshot/media/conflict/masked', 'Parts of this recording are masked: its files cannot be downloaded one by one. Download the whole recording.');
        case 'blob-missing': return problemText('blob-missing');
        default: return undefined;
    }
}

/** Why a transcript could not be used. */
export function transcriptProblemText(code: string): string | undefined {
    switch (code) {
        case 'transcript-empty': return nls.localize('earshot/media/transcript-problem/empty', 'The file is empty.');
        case 'transcript-unknown-format': return nls.localize('earshot/media/transcript-problem/unknown-format', 'This is no transcript that can be read. Choose a file in WebVTT or SubRip, or the JSON of a speech recogniser.');
        case 'transcript-not-json': return nls.localize('earshot/media/transcript-problem/not-json', 'The file begins like JSON but breaks off or is damaged. Export the transcript again.');
        case 'transcript-without-words': return nls.localize('earshot/media/transcript-problem/without-words', 'Nothing is said in this file, or none of its times can be read.');
        case 'transcript-too-long': return nls.localize('earshot/media/transcript-problem/too-long', 'There is more in this file than can be said in one call. Choose the transcript of this call alone.');
        case 'transcript-too-large': return nls.localize('earshot/media/transcript-problem/too-large', 'The file is larger than 10 MB. That is no transcript of a call.');
        default: return undefined;
    }
}

/** What is doubtful about a recording that can be played nonetheless. */
export function warningText(code: string): string {
    switch (code) {
        case 'truncated': return nls.localize('earshot/media/warning/truncated', 'This recording breaks off: its file is shorter than it says. The end of the call may be missing.');
        case 'damaged': return nls.localize('earshot/media/warning/damaged', 'Parts of this recording are damaged and were left out. Times may differ from the original.');
        default: return nls.localize('earshot/media/warning/other', 'There is something unusual about this recording ({0}).', code);
    }
}
