import type { Readable } from 'node:stream';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { largestTranscript } from '../../common/transcript/transcript-contract';
import type { TranscriptService } from './transcript-service';

/** All of a stream. @throws INVALID on the path `transcript` when it is longer than a transcript can be. */
export async function readWhole(stream: Readable): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream) {
        length += (chunk as Buffer).length;
        if (length > largestTranscript) {
            throw invalid([{ path: 'transcript', code: 'transcript-too-large' }]);
        }
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
}

/** Takes in a transcript as the body of a request, of whatever format it is. */
export const transcriptUpload = (transcripts: TranscriptService): StreamHandler => async (request, response, context) => {
    const recordingId = request.params.id ?? '';
    const parsed = transcripts.read(await readWhole(request));
    await transcripts.replace(caller(context), recordingId, parsed);
    response.status(201).json({ recordingId, turns: parsed.turns.length, problems: parsed.problems });
};
