import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { NotificationKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { PublicPageContribution } from '@earshot/core/lib/node/http/public-page';
import type { interfaces } from '@theia/core/shared/inversify';
import { attemptRouter } from '../attempt/attempt-router';
import { AttemptService } from '../attempt/attempt-service';
import { ExamClock } from '../attempt/exam-clock';
import { FocusService } from '../attempt/focus-service';
import { MarkingService } from '../attempt/marking-service';
import { ReviewReader } from '../attempt/review-reader';
import { SittingReader } from '../attempt/sitting-reader';
import { certificatePage } from '../certificate/certificate-page';
import { CertificateIssuing } from '../certificate/certificate-issuing';
import { certificateNotifications } from '../certificate/certificate-notifications';
import { certificateRouter } from '../certificate/certificate-router';
import { CertificateService } from '../certificate/certificate-service';
import { certificationRouter } from '../certification/certification-router';
import { certificationNotifications } from '../certification/certification-notifications';
import { CertificationReminders } from '../certification/certification-reminders';
import { CertificationService } from '../certification/certification-service';
import { CertificationWork } from '../certification/certification-work';
import { ExamsByRule } from '../certification/exams-by-rule';
import { TranscriptReader } from '../transcript/transcript-reader';
import { transcriptRouter } from '../transcript/transcript-router';
import { ItemAnalysisReader } from '../item-analysis/item-analysis-reader';
import { ItemFindings } from '../item-analysis/item-findings';
import { itemAnalysisRouter } from '../item-analysis/item-analysis-router';
import { AssignmentService } from './assignment-service';
import { ExamHandOver } from './exam-hand-over';
import { examNotifications } from './exam-notifications';
import { ExamReader } from './exam-reader';
import { examRouter } from './exam-router';
import { ExamService } from './exam-service';
import { ExamType, ExamWork } from './exam-work';

/** Binds everything of exams and certification. */
export function bindExams(bind: interfaces.Bind): void {
    for (const each of [ExamReader, ExamService, AssignmentService, AttemptService, SittingReader, ReviewReader, MarkingService, FocusService, CertificationService, CertificateService, TranscriptReader, ItemAnalysisReader]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(ScheduleContribution).to(ExamClock).inSingletonScope();
    bind(ScheduleContribution).to(CertificationReminders).inSingletonScope();
    bind(ScheduleContribution).to(ExamsByRule).inSingletonScope();
    bind(ScheduleContribution).to(CertificateIssuing).inSingletonScope();
    bind(PublicPageContribution).toConstantValue(certificatePage);
    bind(WorkItemSource).to(CertificationWork).inSingletonScope();
    bind(ItemFindings).toSelf().inSingletonScope();
    bind(ScheduleContribution).toService(ItemFindings);
    bind(WorkItemSource).to(ExamWork).inSingletonScope();
    bind(EntityType).to(ExamType).inSingletonScope();
    bind(HandOverContribution).to(ExamHandOver).inSingletonScope();
    [...examNotifications, ...certificationNotifications, ...certificateNotifications].forEach(each => bind(NotificationKind).toConstantValue(each));
}

export const examRouters = (container: interfaces.Container) => ({
    exams: examRouter(container.get(ExamReader), container.get(ExamService), container.get(AssignmentService)),
    itemAnalyses: itemAnalysisRouter(container.get(ItemAnalysisReader), container.get(ItemFindings)),
    attempts: attemptRouter(container.get(SittingReader), container.get(AttemptService), container.get(ReviewReader), container.get(MarkingService), container.get(FocusService)),
    certification: certificationRouter(container.get(CertificationService)),
    certificates: certificateRouter(container.get(CertificateService)),
    transcripts: transcriptRouter(container.get(TranscriptReader))
});
