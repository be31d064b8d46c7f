import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { ApiContribution } from '@earshot/core/lib/node/api/implementation';
import { JobContribution } from '@earshot/core/lib/node/jobs/job-contribution';
import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { mediaOperations, mediaPermissions, mediaStreams } from '../common/media-contract';
import { mediaMigrations } from './media-migrations';
import { AbandonedRecordings } from './recording/abandoned-recordings';
import { MaskPreparation } from './masking/mask-preparation';
import { MaskService } from './masking/mask-service';
import { MaskWatch } from './masking/mask-watch';
import { ListeningList } from './recording/listening-list';
import { ListeningLog } from './recording/listening-log';
import { RecordingArchive } from './recording/recording-archive';
import { RecordingDeletion } from './recording/recording-deletion';
import { RecordingOutcome } from './recording/recording-outcome';
import { RecordingProcessing } from './recording/recording-processing';
import { mediaRouter } from './recording/recording-router';
import { RecordingService } from './recording/recording-service';
import { RecordingStreams } from './recording/recording-streams';
import { TranscriptService } from './transcript/transcript-service';
import { transcriptUpload } from './transcript/transcript-upload';

export default new ContainerModule(bind => {
    bind(LocalizationContribution).toConstantValue(packageLanguages('media', { 'zh-cn': require('../../i18n/zh-cn.json'), 'zh-tw': require('../../i18n/zh-tw.json') }));
    bind(PackageMigrations).toConstantValue(mediaMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: mediaPermissions });
    for (const each of [RecordingService, RecordingArchive, RecordingDeletion, RecordingOutcome, RecordingStreams, RecordingProcessing, AbandonedRecordings, ListeningLog, ListeningList, MaskService, MaskPreparation, MaskWatch, TranscriptService]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(JobContribution).toService(RecordingProcessing);
    bind(JobContribution).toService(MaskPreparation);
    bind(ScheduleContribution).toService(AbandonedRecordings);
    bind(ApiContribution).toDynamicValue(({ container }) => {
        const streams = container.get(RecordingStreams);
        return {
            name: 'media', contract: mediaOperations, router: mediaRouter(container.get(RecordingService), container.get(MaskService), container.get(ListeningLog), container.get(ListeningList), container.get(TranscriptService)),
            streams: {
                audio: { operation: mediaStreams.audio, handle: streams.audio },
                original: { operation: mediaStreams.original, handle: streams.original },
                peaks: { operation: mediaStreams.peaks, handle: streams.peaks },
                transcript: { operation: mediaStreams.transcript, handle: transcriptUpload(container.get(TranscriptService)) }
            }
        } satisfies ApiContribution;
    }).inSingletonScope();
});
