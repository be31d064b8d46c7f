import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { mediaOperations } from '../../common/media-contract';
import type { RecordingService } from './recording-service';

export function mediaRouter(service: RecordingService) {
    const os = implementOperations(mediaOperations);
    return os.router({
        recording: {
            get: os.recording.get.handler(({ input, context }) => service.get(caller(context), input.id)),
            activity: os.recording.activity.handler(({ input, context }) => service.activity(caller(context), input.id)),
            exchangeChannels: os.recording.exchangeChannels.handler(({ input, context }) => service.exchangeChannels(caller(context), input.id, input.version)),
            retry: os.recording.retry.handler(({ input, context }) => service.retry(caller(context), input.id))
        }
    });
}
