import { PastForms } from '@earshot/assessment/lib/node/replay/past-forms';
import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { ApiContribution, implementOperations } from '@earshot/core/lib/node/api/implementation';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { PeopleMeasure } from '@earshot/core/lib/node/measure/people-measure';
import { NotificationKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { MentionSource } from '@earshot/core/lib/node/linking/mentions';
import { LookupSource } from '@earshot/core/lib/node/search/lookup-source';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { RecordingArchive } from '@earshot/media/lib/node/recording/recording-archive';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { ContainerModule } from '@theia/core/shared/inversify';
import zhCn from '../../i18n/zh-cn.json';
import zhTw from '../../i18n/zh-tw.json';
import { qualityContract, qualityStreams } from '../common/quality-contract';
import { qualityPermissions } from '../common/quality-permissions';
import { CalibrationResults } from './calibration/calibration-results';
import { calibrationRouter } from './calibration/calibration-router';
import { CalibrationService } from './calibration/calibration-service';
import { OverturnedCalls } from './calibration/overturned-calls';
import { SummaryThread } from './calibration/summary-thread';
import { CalibrationType, CalibrationWork } from './calibration/calibration-work';
import { CoachingEffects } from './coaching/coaching-effects';
import { CoachingMentions } from './coaching/coaching-mentions';
import { CoachingReader } from './coaching/coaching-reader';
import { coachingRouter } from './coaching/coaching-router';
import { CoachingSchedule } from './coaching/coaching-schedule';
import { CoachingService } from './coaching/coaching-service';
import { CoachingStepper } from './coaching/coaching-stepper';
import { CoachingHandOver, CoachingSearch, CoachingType, CoachingWork } from './coaching/coaching-work';
import { EvaluationReader } from './evaluation/evaluation-reader';
import { evaluationRouter } from './evaluation/evaluation-router';
import { CorrectionService } from './evaluation/correction-service';
import { EvaluationService } from './evaluation/evaluation-service';
import { EvaluationHandOver, EvaluationType, EvaluationWork } from './evaluation/evaluation-work';
import { EvaluationScoreMeasure } from './evaluation/evaluation-score-measure';
import { PastEvaluations } from './evaluation/past-evaluations';
import { AnswerService } from './feedback/answer-service';
import { FeedbackPolicies } from './feedback/feedback-policies';
import { FeedbackReader } from './feedback/feedback-reader';
import { feedbackRouter } from './feedback/feedback-router';
import { FeedbackSchedule } from './feedback/feedback-schedule';
import { FeedbackStep } from './feedback/feedback-step';
import { FeedbackWork } from './feedback/feedback-work';
import { ReleaseService } from './feedback/release-service';
import { ResultReassignment } from './feedback/result-reassignment';
import { ResponseService } from './feedback/response-service';
import { conversationRouter } from './conversation/conversation-router';
import { ConversationService } from './conversation/conversation-service';
import { interactionRouter } from './interaction/interaction-router';
import { InteractionSearch, InteractionType } from './interaction/interaction-search';
import { InteractionService } from './interaction/interaction-service';
import { uploadHandler } from './interaction/interaction-upload';
import { CriticalReport } from './report/critical-report';
import { DetectionReport } from './report/detection-report';
import { DisputeReport } from './report/dispute-report';
import { EvaluatorReport } from './report/evaluator-report';
import { PeopleReport } from './report/people-report';
import { QuestionReport } from './report/question-report';
import { ReportDefinition } from './report/report-definition';
import { phraseRouter } from './phrases/phrase-router';
import { PhraseService } from './phrases/phrase-service';
import { SpokenReader } from './phrases/spoken-reader';
import { reportFileHandler } from './report/report-file';
import { ReportDeliveries } from './report/report-deliveries';
import { savedReportRouter } from './report/saved-report-router';
import { SavedReportHandOver, SavedReports, SavedReportType } from './report/saved-reports';
import { reportRouter } from './report/report-router';
import { ReportService } from './report/report-service';
import { SeverityReport } from './report/severity-report';
import { TrendReport } from './report/trend-report';
import { ContentDeletion } from './retention/content-deletion';
import { LegalHolds } from './retention/legal-holds';
import { RetentionForecasts } from './retention/retention-forecasts';
import { retentionRouter } from './retention/retention-router';
import { RetentionRules } from './retention/retention-rules';
import { RetentionSchedule } from './retention/retention-schedule';
import { qualityMigrations } from './quality-migrations';
import { qualityNotifications } from './quality-notifications';
import { Qualifications } from './sampling/qualifications';
import { SamplingDraws } from './sampling/sampling-draws';
import { SamplingPlans } from './sampling/sampling-plans';
import { SamplingQueueService } from './sampling/sampling-queue';
import { SamplingRedistribution } from './sampling/sampling-redistribution';
import { SamplingResults } from './sampling/sampling-results';
import { samplingRouter } from './sampling/sampling-router';
import { SamplingSchedule } from './sampling/sampling-schedule';
import { SamplingHandOver, SamplingPlanType, SamplingWork } from './sampling/sampling-work';

export default new ContainerModule(bind => {
    bind(PackageMigrations).toConstantValue(qualityMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: qualityPermissions });
    bind(LocalizationContribution).toConstantValue(packageLanguages('quality', { 'zh-cn': zhCn, 'zh-tw': zhTw }));
    for (const each of [InteractionService, ConversationService, EvaluationService, CorrectionService, EvaluationReader, CalibrationService, SummaryThread, CalibrationResults, FeedbackPolicies, FeedbackReader, FeedbackStep, ReleaseService, ResultReassignment, ResponseService, AnswerService, CoachingReader, CoachingStepper, CoachingService, CoachingEffects, OverturnedCalls, ReportService, SpokenReader, PhraseService, SavedReports,
        SamplingPlans, SamplingDraws, SamplingResults, SamplingQueueService, SamplingRedistribution, Qualifications, RetentionRules, RetentionForecasts, LegalHolds, ContentDeletion]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bindContributionProvider(bind, ReportDefinition);
    [TrendReport, PeopleReport, QuestionReport, CriticalReport, DetectionReport, EvaluatorReport, SeverityReport, DisputeReport].forEach(each => bind(ReportDefinition).to(each).inSingletonScope());
    bind(LookupSource).to(InteractionSearch).inSingletonScope();
    bind(PastForms).to(PastEvaluations).inSingletonScope();
    bind(PeopleMeasure).to(EvaluationScoreMeasure).inSingletonScope();
    bind(EntityType).to(InteractionType).inSingletonScope();
    bind(EntityType).to(EvaluationType).inSingletonScope();
    bind(EntityType).to(CalibrationType).inSingletonScope();
    bind(WorkItemSource).to(EvaluationWork).inSingletonScope();
    bind(WorkItemSource).to(CalibrationWork).inSingletonScope();
    bind(WorkItemSource).to(FeedbackWork).inSingletonScope();
    bind(WorkItemSource).to(SamplingWork).inSingletonScope();
    bind(EntityType).to(SamplingPlanType).inSingletonScope();
    bind(EntityType).to(SavedReportType).inSingletonScope();
    bind(ScheduleContribution).to(ReportDeliveries).inSingletonScope();
    bind(SamplingSchedule).toSelf().inSingletonScope();
    bind(ScheduleContribution).toService(SamplingSchedule);
    bind(HandOverContribution).to(SamplingHandOver).inSingletonScope();
    bind(HandOverContribution).to(SavedReportHandOver).inSingletonScope();
    bind(ScheduleContribution).to(RetentionSchedule).inSingletonScope();
    bind(FeedbackSchedule).toSelf().inSingletonScope();
    bind(ScheduleContribution).toService(FeedbackSchedule);
    bind(HandOverContribution).to(EvaluationHandOver).inSingletonScope();
    bind(LookupSource).to(CoachingSearch).inSingletonScope();
    bind(EntityType).to(CoachingType).inSingletonScope();
    bind(MentionSource).to(CoachingMentions).inSingletonScope();
    bind(WorkItemSource).to(CoachingWork).inSingletonScope();
    bind(ScheduleContribution).to(CoachingSchedule).inSingletonScope();
    bind(HandOverContribution).to(CoachingHandOver).inSingletonScope();
    qualityNotifications.forEach(each => bind(NotificationKind).toConstantValue(each));

    bind(ApiContribution).toDynamicValue(({ container }) => ({
        name: 'quality', contract: qualityContract,
        router: implementOperations(qualityContract).router({
            interactions: interactionRouter(container.get(InteractionService)), conversations: conversationRouter(container.get(ConversationService)),
            evaluations: evaluationRouter(container.get(EvaluationService), container.get(CorrectionService), container.get(EvaluationReader)),
            phrases: phraseRouter(container.get(PhraseService)),
            calibrations: calibrationRouter(container.get(CalibrationService), container.get(CalibrationResults), container.get(OverturnedCalls)),
            feedback: feedbackRouter(container.get(FeedbackReader), container.get(ResponseService), container.get(AnswerService), container.get(FeedbackSchedule), container.get(FeedbackPolicies)),
            coaching: coachingRouter(container.get(CoachingReader), container.get(CoachingService), container.get(CoachingEffects)),
            reports: reportRouter(container.get(ReportService)), savedReports: savedReportRouter(container.get(SavedReports)),
            sampling: samplingRouter(container.get(SamplingPlans), container.get(SamplingDraws), container.get(SamplingResults), container.get(SamplingQueueService), container.get(Qualifications), container.get(SamplingRedistribution)),
            retention: retentionRouter(container.get(RetentionRules), container.get(RetentionForecasts), container.get(LegalHolds), container.get(ContentDeletion))
        }),
        streams: {
            reportFile: { operation: qualityStreams.reportFile, handle: reportFileHandler(container.get(ReportService)) },
            upload: { operation: qualityStreams.upload, handle: uploadHandler(container.get(InteractionService), container.get(RecordingArchive), container.get(BlobStore)) }
        }
    } satisfies ApiContribution)).inSingletonScope();
});
