import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import { RulingService } from '@earshot/assessment/lib/node/ruling/ruling-service';
import { assessmentPermissions } from '@earshot/assessment/lib/common/assessment-contract';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { builtInKinds, type FormDefinition } from '@earshot/forms';
import { ListeningLog } from '@earshot/media/lib/node/recording/listening-log';
import { TranscriptService } from '@earshot/media/lib/node/transcript/transcript-service';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestMediaHouse, type TestMediaHouse } from '../../../../media/src/node/testing/media-house';
import { wave } from '../../../../media/src/node/testing/audio-files';
import type { Interaction, InteractionInput } from '../../common/interaction/interaction-contract';
import { qualityPermissions } from '../../common/quality-permissions';
import { CalibrationResults } from '../calibration/calibration-results';
import { CalibrationService } from '../calibration/calibration-service';
import { OverturnedCalls } from '../calibration/overturned-calls';
import { SummaryThread } from '../calibration/summary-thread';
import { CoachingEffects } from '../coaching/coaching-effects';
import { CoachingReader } from '../coaching/coaching-reader';
import { CoachingSchedule } from '../coaching/coaching-schedule';
import { CoachingService } from '../coaching/coaching-service';
import { CoachingStepper } from '../coaching/coaching-stepper';
import { EvaluationReader } from '../evaluation/evaluation-reader';
import { CorrectionService } from '../evaluation/correction-service';
import { EvaluationService } from '../evaluation/evaluation-service';
import { EvaluationWork } from '../evaluation/evaluation-work';
import { AnswerService } from '../feedback/answer-service';
import { FeedbackPolicies } from '../feedback/feedback-policies';
import { FeedbackReader } from '../feedback/feedback-reader';
import { FeedbackSchedule } from '../feedback/feedback-schedule';
import { FeedbackStep } from '../feedback/feedback-step';
import { FeedbackWork } from '../feedback/feedback-work';
import { ReleaseService } from '../feedback/release-service';
import { ResultReassignment } from '../feedback/result-reassignment';
import { ResponseService } from '../feedback/response-service';
import { ConversationService } from '../conversation/conversation-service';
import { InteractionService } from '../interaction/interaction-service';
import { PhraseService } from '../phrases/phrase-service';
import { SpokenReader } from '../phrases/spoken-reader';
import { CriticalReport } from '../report/critical-report';
import { DetectionReport } from '../report/detection-report';
import { DisputeReport } from '../report/dispute-report';
import { EvaluatorReport } from '../report/evaluator-report';
import { PeopleReport } from '../report/people-report';
import { QuestionReport } from '../report/question-report';
import { ReportService } from '../report/report-service';
import { SeverityReport } from '../report/severity-report';
import { TrendReport } from '../report/trend-report';

/** For integration tests: a house with calls, one published form, and everybody who works with them. */
export interface TestQualityHouse extends TestMediaHouse {
    readonly interactions: InteractionService;
    readonly conversations: ConversationService;
    readonly evaluations: EvaluationService;
    readonly corrections: CorrectionService;
    readonly reader: EvaluationReader;
    readonly calibrations: CalibrationService;
    readonly results: CalibrationResults;
    readonly overturned: OverturnedCalls;
    readonly thread: SummaryThread;
    readonly policies: FeedbackPolicies;
    readonly feedback: FeedbackReader;
    readonly responses: ResponseService;
    readonly disputes: AnswerService;
    readonly clock: FeedbackSchedule;
    readonly waiting: FeedbackWork;
    readonly work: EvaluationWork;
    readonly plans: CoachingReader;
    readonly coaching: CoachingService;
    readonly effects: CoachingEffects;
    readonly coachingClock: CoachingSchedule;
    readonly transcripts: TranscriptService;
    readonly phrases: PhraseService;
    readonly reports: ReportService;
    readonly lead: TestPerson;
    readonly formId: string;
    /** A call with a second of sound of its own, not waited for. */
    call(about?: Partial<InteractionInput>): Promise<Interaction>;
}

/** Two questions, so that scores are easy to follow: one yes or no, one scale from 1 to 4 that wants a comment on 1. */
export const testForm: FormDefinition = {
    title: { en: 'Test', 'zh-cn': '测试' }, languages: ['en'],
    sections: [{ id: 'all', title: { en: 'All' }, questions: [
        { id: 'greeting', text: { en: 'Greeting' }, kind: 'yes-no', weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' } },
        {
            id: 'tone', text: { en: 'Tone' }, kind: 'scale', weight: 1, notApplicable: false, critical: { class: 'customer', effect: 'none' }, failsOn: [{ operator: 'equals', value: 1 }],
            commentRequiredOn: [{ operator: 'equals', value: 1 }], options: [1, 2, 3, 4].map(value => ({ value, label: { en: String(value) } }))
        }
    ] }]
};

/** @param form the one that is published; `testForm` if left out. */
export async function openTestQualityHouse(form: FormDefinition = testForm): Promise<TestQualityHouse> {
    const house = await openTestMediaHouse([...assessmentPermissions, ...qualityPermissions]);
    const lead = await house.person('lead', { roles: ['qa-lead'] });
    const rulings = new RulingService(house.database);
    const forms = new FormService(house.database, rulings, builtInKinds);
    const filled = new FilledFormService(house.database, builtInKinds);
    const editing = new FormEditing(house.database, builtInKinds);
    const draft = await editing.create(lead, { key: 'test', definition: form });
    const review = await editing.act(lead, { id: draft.id, version: draft.version, action: 'submit' });
    await editing.act(lead, { id: draft.id, version: review.version, action: 'publish' });
    const policies = new FeedbackPolicies(house.database);
    const releases = new ReleaseService(policies);
    const feedback = new FeedbackReader(house.database, policies);
    const step = new FeedbackStep(house.database, feedback, policies);
    const interactions = new InteractionService(house.database, house.recordings, house.archive, new ResultReassignment(releases));
    const evaluations = new EvaluationService(house.database, filled, releases);
    const corrections = new CorrectionService(house.database, filled, releases);
    const calibrations = new CalibrationService(house.database, evaluations);
    const thread = new SummaryThread();
    const plans = new CoachingReader(house.database);
    const transcripts = new TranscriptService(house.database, new ListeningLog(house.database));
    const spoken = new SpokenReader(house.database, transcripts);
    const reports = [TrendReport, PeopleReport, QuestionReport, CriticalReport, DetectionReport, EvaluatorReport, SeverityReport, DisputeReport].map(each => new each(house.database));
    let seed = 1000;
    return {
        ...house, lead, formId: draft.formId, interactions, conversations: new ConversationService(house.database, interactions), evaluations, corrections, calibrations, thread, policies, feedback, plans, overturned: new OverturnedCalls(house.database),
        coaching: new CoachingService(house.database, forms, new CoachingStepper(house.database, plans)), effects: new CoachingEffects(house.database, plans, filled), coachingClock: new CoachingSchedule(house.database, policies),
        responses: new ResponseService(step, forms), disputes: new AnswerService(step, filled, releases), clock: new FeedbackSchedule(house.database, policies, releases), waiting: new FeedbackWork(house.database, policies), work: new EvaluationWork(house.database),
        phrases: new PhraseService(house.database, forms, spoken), transcripts,
        reports: new ReportService(house.database, { getContributions: () => reports }),
        reader: new EvaluationReader(house.database, corrections, filled, forms), results: new CalibrationResults(house.database, calibrations, forms, rulings, thread, spoken),
        call: async (about = {}) => interactions.add(lead, { callId: newId(), startedAt: '2026-11-18T06:03:22.000Z', direction: 'inbound', tags: [], ...about }, { original: await house.put(wave({ seconds: 1, speech: [[[0.2, 0.8]], []], seed: seed++ })) })
    };
}
