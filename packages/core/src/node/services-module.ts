import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import type { interfaces } from '@theia/core/shared/inversify';
import { accessRouter } from './access/roles-router';
import { RoleSeeding } from './access/roles-seeding';
import { RolesService } from './access/roles-service';
import { BlobStore } from './blobs/blob-store';
import { BlobSweeping } from './blobs/blob-sweeping';
import { FileBlobStore } from './blobs/file-blob-store';
import { JobCleaning } from './jobs/job-cleaning';
import { JobContribution } from './jobs/job-contribution';
import { JobQueue } from './jobs/job-queue';
import { jobRouter } from './jobs/job-router';
import { JobRunner } from './jobs/job-runner';
import { JobService } from './jobs/job-service';
import { ScheduleContribution, Schedules } from './jobs/schedules';
import { PeopleMeasure } from './measure/people-measure';
import { coreNotificationKinds } from './notifications/core-notification-kinds';
import { MailSender } from './notifications/mail';
import { NotificationCleaning } from './notifications/notification-cleaning';
import { NotificationDelivery } from './notifications/notification-delivery';
import { NotificationDispatch } from './notifications/notification-dispatch';
import { NotificationKind } from './notifications/notification-kind';
import { notificationRouter } from './notifications/notification-router';
import { NotificationService } from './notifications/notification-service';
import { NotificationSettings } from './notifications/notification-settings';
import { AccountService } from './people/account-service';
import { HandOverContribution, TeamLeadershipHandOver } from './people/hand-over';
import { PeopleImportService } from './people/people-import-service';
import { peopleRouter } from './people/people-router';
import { PeopleSearch, PersonEntity } from './people/people-search';
import { HouseKey } from './secrets/house-key';
import { WebhookSecrets } from './notifications/webhook-secrets';
import { PeopleService } from './people/people-service';
import { PositionService } from './people/position-service';
import { TeamSearch } from './people/team-search';
import { TeamService } from './people/team-service';
import { LookupSource } from './search/lookup-source';
import { bindSearch, createSearchRouter } from './search/search-module';
import { StartTask } from './start/start-task';
import { JobEntity, PositionEntity, RoleEntity } from './work/core-entities';
import { EntityType, WorkItemSource } from './work/work-contributions';
import { workRouter } from './work/work-router';
import { WorkService } from './work/work-service';
import { Mentions, MentionSource } from './linking/mentions';

type Service = new (...parts: never[]) => object;

const services: readonly Service[] = [
    PeopleService, AccountService, PeopleImportService, TeamService, PositionService, RolesService, JobService, NotificationSettings, MailSender, NotificationService, FileBlobStore, WorkService, Mentions
];

/** What these classes contribute to the contribution points of core. */
const contributions: readonly (readonly [Service, ...symbol[]])[] = [
    [HouseKey, StartTask], [WebhookSecrets, StartTask], [RoleSeeding, StartTask], [JobQueue, StartTask], [JobRunner, StartTask], [NotificationDelivery, StartTask], [Schedules, StartTask],
    [NotificationDispatch, ScheduleContribution], [NotificationCleaning, ScheduleContribution], [JobCleaning, ScheduleContribution], [BlobSweeping, ScheduleContribution],
    [TeamLeadershipHandOver, HandOverContribution],
    [PeopleSearch, LookupSource], [TeamSearch, LookupSource, EntityType], [PersonEntity, EntityType], [PositionEntity, EntityType], [RoleEntity, EntityType], [JobEntity, EntityType]
];

/** Binds people, roles, jobs, notifications, blobs and work, with their contribution points. */
export function bindCoreServices(bind: interfaces.Bind): void {
    for (const each of [HandOverContribution, JobContribution, ScheduleContribution, NotificationKind, WorkItemSource, EntityType, MentionSource, PeopleMeasure]) {
        bindContributionProvider(bind, each);
    }
    bindSearch(bind);
    services.forEach(each => bind(each).toSelf().inSingletonScope());
    for (const [service, ...points] of contributions) {
        bind(service).toSelf().inSingletonScope();
        points.forEach(each => bind(each).toService(service));
    }
    bind(BlobStore).toService(FileBlobStore);
    coreNotificationKinds.forEach(each => bind(NotificationKind).toConstantValue(each));
}

/** The parts of core's router that these services carry out. */
export function createServiceRouters(container: interfaces.Container) {
    return {
        people: peopleRouter({
            people: container.get(PeopleService), accounts: container.get(AccountService), imports: container.get(PeopleImportService),
            teams: container.get(TeamService), positions: container.get(PositionService)
        }),
        access: accessRouter(container.get(RolesService)),
        search: createSearchRouter(container),
        house: { ...workRouter(container.get(WorkService)), ...notificationRouter(container.get(NotificationService)), ...jobRouter(container.get(JobService)) }
    };
}
