import { caller } from '@earshot/core/lib/node/api/context';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { readWhole } from '@earshot/core/lib/node/http/read-whole';
import { largestTranscript } from '../../common/transcript/transcript-contract';
import type { TranscriptService } from './transcript-service';

/** Takes in a transcript as the body of a request, of whatever format it is. */
export const transcriptUpload = (transcripts: TranscriptService): StreamHandler => async (request, response, context) => {
    const recordingId = request.params.id ?? '';
    const parsed = transcripts.read(await readWhole(request, largestTranscript, { path: 'transcript', code: 'transcript-too-large' }));
    await transcripts.replace(caller(context), recordingId, parsed);
    response.status(201).json({ recordingId, turns: parsed.turns.length, problems: parsed.problems });
};
