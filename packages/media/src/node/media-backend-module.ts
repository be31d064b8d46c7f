import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { ApiContribution } from '@earshot/core/lib/node/api/implementation';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { JobContribution } from '@earshot/core/lib/node/jobs/job-contribution';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { Database } from '@earshot/core/lib/node/storage/database';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import zhCn from '../../i18n/zh-cn.json';
import zhTw from '../../i18n/zh-tw.json';
import { mediaOperations, mediaPermissions, mediaStreams } from '../common/media-contract';
import { mediaMigrations } from './media-migrations';
import { RecordingProcessing } from './recording/recording-processing';
import { mediaRouter } from './recording/recording-router';
import { RecordingService } from './recording/recording-service';
import { audioStream, originalStream, peaksStream } from './recording/recording-streams';

export default new ContainerModule(bind => {
    bind(PackageMigrations).toConstantValue(mediaMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: mediaPermissions });
    bind(LocalizationContribution).toConstantValue(packageLanguages('media', { 'zh-cn': zhCn, 'zh-tw': zhTw }));
    bind(RecordingService).toSelf().inSingletonScope();
    bind(JobContribution).to(RecordingProcessing).inSingletonScope();
    bind(ApiContribution).toDynamicValue(({ container }) => {
        const recordings = container.get(RecordingService);
        const blobs = container.get<BlobStore>(BlobStore);
        return {
            name: 'media', contract: mediaOperations, router: mediaRouter(recordings),
            streams: {
                audio: { operation: mediaStreams.audio, handle: audioStream(recordings, blobs) },
                original: { operation: mediaStreams.original, handle: originalStream(recordings, blobs, container.get(Database)) },
                peaks: { operation: mediaStreams.peaks, handle: peaksStream(recordings, blobs) }
            }
        } satisfies ApiContribution;
    }).inSingletonScope();
});
