import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { mediaOperations } from '../../common/media-contract';
import type { TranscriptService } from '../transcript/transcript-service';
import type { MaskService } from '../masking/mask-service';
import type { ListeningList } from './listening-list';
import type { ListeningLog } from './listening-log';
import type { RecordingService } from './recording-service';

/** Carries out the operations of the contract. */
export function mediaRouter(recordings: RecordingService, masks: MaskService, listeningLog: ListeningLog, listenings: ListeningList, transcripts: TranscriptService) {
    const os = implementOperations(mediaOperations);
    return os.router({
        recording: {
            get: os.recording.get.handler(({ input, context }) => recordings.get(caller(context), input.id)),
            find: os.recording.find.handler(({ input, context }) => recordings.find(caller(context), input.subject)),
            activity: os.recording.activity.handler(({ input, context }) => recordings.activity(caller(context), input.id)),
            exchangeChannels: os.recording.exchangeChannels.handler(({ input, context }) => recordings.exchangeChannels(caller(context), input.id, input.version)),
            retry: os.recording.retry.handler(({ input, context }) => recordings.retry(caller(context), input.id)),
            mask: os.recording.mask.handler(({ input, context }) => masks.mask(caller(context), input)),
            liftMask: os.recording.liftMask.handler(({ input, context }) => masks.lift(caller(context), input.id, input.maskId)),
            masks: os.recording.masks.handler(({ input, context }) => masks.history(caller(context), input.id)),
            heard: os.recording.heard.handler(async ({ input, context }) => {
                await listeningLog.heard(caller(context), input.id, input.ranges, input.unmasked);
                return { done: true } as const;
            })
        },
        transcript: {
            get: os.transcript.get.handler(({ input, context }) => transcripts.get(caller(context), input.id, input.unmasked ?? false)),
            suggestMasks: os.transcript.suggestMasks.handler(({ input, context }) => transcripts.suggestMasks(caller(context), input.id))
        },
        listening: {
            list: os.listening.list.handler(({ input, context }) => listenings.list(caller(context), input))
        }
    });
}
