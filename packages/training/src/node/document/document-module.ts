import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { MentionSource } from '@earshot/core/lib/node/linking/mentions';
import { NotificationKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { SearchSource } from '@earshot/core/lib/node/search/search-source';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import type { interfaces } from '@theia/core/shared/inversify';
import { diagramRouter } from '../diagram/diagram-router';
import { DiagramService } from '../diagram/diagram-service';
import { AcknowledgementService } from './acknowledgement-service';
import { requestCommentRouter, requestRouter, reviewRouter, versionCommentRouter } from './care-router';
import { DocumentCalendar } from './document-calendar';
import { DocumentEditing } from './document-editing';
import { documentNotifications } from './document-notifications';
import { DocumentReader } from './document-reader';
import { acknowledgementRouter, documentRouter, versionRouter } from './document-router';
import { ClauseSearch } from './document-search';
import { ClauseEntity, DocumentEntity, DocumentHandOver, DocumentWork } from './document-work';
import { EffectGate } from './effect-gate';
import { RequestComments } from './request-comments';
import { RequestService } from './request-service';
import { ReviewService } from './review-service';
import { TrainingMentions } from './training-mentions';
import { VersionComments } from './version-comments';
import { VersionWorkflow } from './version-workflow';

/** Binds everything of process documents. */
export function bindDocuments(bind: interfaces.Bind): void {
    bindContributionProvider(bind, EffectGate);
    for (const each of [DocumentReader, DocumentEditing, VersionWorkflow, AcknowledgementService, RequestService, RequestComments, VersionComments, ReviewService, DiagramService]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    [DocumentEntity, ClauseEntity].forEach(each => bind(EntityType).to(each).inSingletonScope());
    bind(MentionSource).to(TrainingMentions).inSingletonScope();
    bind(SearchSource).to(ClauseSearch).inSingletonScope();
    bind(WorkItemSource).to(DocumentWork).inSingletonScope();
    bind(HandOverContribution).to(DocumentHandOver).inSingletonScope();
    bind(ScheduleContribution).to(DocumentCalendar).inSingletonScope();
    documentNotifications.forEach(each => bind(NotificationKind).toConstantValue(each));
}

export const documentRouters = (container: interfaces.Container) => {
    const reader = container.get(DocumentReader);
    return {
        documents: documentRouter(reader, container.get(DocumentEditing)), documentVersions: versionRouter(reader, container.get(DocumentEditing), container.get(VersionWorkflow)),
        documentDiagrams: diagramRouter(container.get(DiagramService)), acknowledgements: acknowledgementRouter(reader, container.get(AcknowledgementService)), changeRequests: requestRouter(container.get(RequestService)), versionComments: versionCommentRouter(container.get(VersionComments)), requestComments: requestCommentRouter(container.get(RequestComments)), documentReviews: reviewRouter(container.get(ReviewService))
    };
};
