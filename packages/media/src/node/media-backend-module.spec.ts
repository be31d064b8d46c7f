import 'reflect-metadata';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { Container } from '@theia/core/shared/inversify';
import { beforeAll, describe, expect, it } from 'vitest';
import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { checkOperations, listStream, operationsOf } from '@earshot/core/lib/node/api/authorisation';
import { ApiContribution } from '@earshot/core/lib/node/api/implementation';
import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';
import { JobContribution } from '@earshot/core/lib/node/jobs/job-contribution';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Settings } from '@earshot/core/lib/node/start/settings';
import { Database } from '@earshot/core/lib/node/storage/database';
import mediaModule from './media-backend-module';
import { RecordingArchive } from './recording/recording-archive';

let container: Container;

beforeAll(() => {
    container = new Container();
    for (const each of [ApiContribution, PermissionContribution, JobContribution, ScheduleContribution, LocalizationContribution]) {
        bindContributionProvider(container, each);
    }
    container.bind(EventHub).toConstantValue({ listen: () => () => { /* nothing is told */ } } as unknown as EventHub);
    for (const each of [Database, JobService, Settings, BlobStore]) {
        container.bind(each as symbol).toConstantValue({});
    }
    container.load(mediaModule);
});

const contributions = <T extends object>(point: symbol): T[] => container.getNamed<ContributionProvider<T>>(ContributionProvider, point).getContributions();

describe('the back end of recordings', () => {
    it('offers every operation under a permission that it declares', () => {
        const [api] = contributions<ApiContribution>(ApiContribution);
        const operations = [...operationsOf('media', api!.contract), ...Object.entries(api!.streams!).map(([name, { operation }]) => listStream(`media.${name}`, operation))];
        const declared = contributions<PermissionContribution>(PermissionContribution).flatMap(each => each.permissions);
        expect(() => checkOperations(operations, new Set([...corePermissions, ...declared].map(each => each.id)))).not.toThrow();
        expect(operations.map(each => `${each.method} ${each.path}`)).toEqual([
            'GET /media/recordings/{id}', 'GET /media/recordings', 'GET /media/recordings/{id}/activity', 'POST /media/recordings/{id}/channel-exchange', 'POST /media/recordings/{id}/processing',
            'POST /media/recordings/{id}/masks', 'POST /media/recordings/{id}/lifted-masks', 'GET /media/recordings/{id}/masks', 'POST /media/recordings/{id}/listening', 'GET /media/recordings/{id}/transcript', 'GET /media/recordings/{id}/mask-suggestions', 'GET /media/listening',
            'GET /media/recordings/{id}/audio', 'GET /media/recordings/{id}/original', 'GET /media/recordings/{id}/peaks/{level}', 'PUT /media/recordings/{id}/transcript'
        ]);
    });
    it('contributes its job, its schedule and its texts, and the archive for other packages', () => {
        expect(contributions<JobContribution>(JobContribution).map(each => each.kind)).toEqual(['media-processing', 'media-masking']);
        expect(contributions<ScheduleContribution>(ScheduleContribution).map(each => each.name)).toEqual(['abandoned-recordings']);
        expect(contributions(LocalizationContribution)).toHaveLength(1);
        expect(container.get(RecordingArchive)).toBe(container.get(RecordingArchive));
    });
});
