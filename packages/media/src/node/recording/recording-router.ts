import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { mediaOperations } from '../../common/media-contract';
import type { RecordingService } from './recording-service';

/** Carries out the operations of the contract. */
export function mediaRouter(recordings: RecordingService) {
    const os = implementOperations(mediaOperations);
    return os.router({
        recording: {
            get: os.recording.get.handler(({ input, context }) => recordings.get(caller(context), input.id)),
            activity: os.recording.activity.handler(({ input, context }) => recordings.activity(caller(context), input.id)),
            exchangeChannels: os.recording.exchangeChannels.handler(({ input, context }) => recordings.exchangeChannels(caller(context), input.id, input.version)),
            retry: os.recording.retry.handler(({ input, context }) => recordings.retry(caller(context), input.id))
        }
    });
}
