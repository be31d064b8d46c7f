import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { transcriptOperations } from '../../common/transcript/transcript-contract';
import type { TranscriptReader } from './transcript-reader';

export function transcriptRouter(transcripts: TranscriptReader) {
    const os = implementOperations(transcriptOperations);
    return os.router({ get: os.get.handler(({ input, context }) => transcripts.of(caller(context), input.id)) });
}
