import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { FormEditing } from '@earshot/assessment/lib/node/form/form-editing';
import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { Database } from '@earshot/core/lib/node/storage/database';
import { complianceForm, generalServiceForm } from '@earshot/forms';
import { CalibrationResults } from '@earshot/quality/lib/node/calibration/calibration-results';
import { CalibrationService } from '@earshot/quality/lib/node/calibration/calibration-service';
import { ConversationService } from '@earshot/quality/lib/node/conversation/conversation-service';
import { EvaluationService } from '@earshot/quality/lib/node/evaluation/evaluation-service';
import { InteractionService } from '@earshot/quality/lib/node/interaction/interaction-service';
import type { QualityTables } from '@earshot/quality/lib/node/quality-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type SampleCall, sampleCalls } from '../common/sample-calls';
import { habits, openCalibration, sampleAnswers, sampleCalibration, sampleEvaluations } from '../common/sample-evaluations';
import { sampleConversations, sampleObservations } from '../common/sample-conversations';
import { writtenForm } from '../common/history/written-form';
import { SampleFeedback } from './sample-feedback';
import { sampleFolder } from './sample-folder';
import { SampleHistory } from './sample-history';
import { SampleListening } from './sample-listening';
import { SampleSampling } from './sample-sampling';
import { SampleTranscripts } from './sample-transcripts';
import { signedIn, type Staff } from './signed-in';

const dayMs = 86_400_000;

/** Forms, calls, evaluations and calibration sessions, made as the people concerned would make them: through the services, in their name. */
@injectable()
export class SampleQuality {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(BlobStore) private readonly blobs: BlobStore,
        @inject(FormEditing) private readonly forms: FormEditing, @inject(InteractionService) private readonly interactions: InteractionService,
        @inject(EvaluationService) private readonly evaluations: EvaluationService, @inject(CalibrationService) private readonly calibrations: CalibrationService, @inject(CalibrationResults) private readonly results: CalibrationResults,
        @inject(SampleFeedback) private readonly feedback: SampleFeedback, @inject(ConversationService) private readonly conversations: ConversationService,
        @inject(SampleTranscripts) private readonly transcripts: SampleTranscripts, @inject(SampleSampling) private readonly sampling: SampleSampling,
        @inject(SampleHistory) private readonly history: SampleHistory, @inject(SampleListening) private readonly listening: SampleListening
    ) { }

    /** @returns the form of general service, and ids of calls by their numbers */
    async add(people: ReadonlyMap<string, string>): Promise<{ readonly general: string; readonly calls: ReadonlyMap<string, string> }> {
        const as = signedIn(this.sessions, people);
        const lena = await as('lena');
        const general = await this.publish(lena, 'general-service', generalServiceForm);
        await this.publish(lena, 'compliance', complianceForm);
        const written = await this.publish(lena, 'written-service', writtenForm);
        await this.history.add(people, { general, written });
        const calls = new Map<string, string>();
        const recordings = new Map<string, string>();
        for (const call of sampleCalls) {
            const { id, recordingId } = await this.addCall(lena, call);
            calls.set(call.id, id);
            recordings.set(call.id, recordingId!);       // it was imported with one
        }
        await this.note(as);
        await this.transcripts.add(lena, recordings, sampleFolder('calls'));
        const evaluations = new Map<string, string>();
        for (const { call, by, daysAgo } of sampleEvaluations) {
            const evaluator = await as(by);
            const id = await this.evaluations.begin(evaluator, calls.get(call)!, general);
            await this.fill(evaluator, id, sampleAnswers(call, habits[by]), daysAgo);
            evaluations.set(call, id);
        }
        await this.feedback.add(as, evaluations);
        await this.hold(as, general, calls, people);
        await this.sampling.add(as, general, written, (person, login, id, call) => this.fill(person, id, sampleAnswers(call, habits[login]), 1));
        await this.listening.add(recordings);
        return { general, calls };
    }

    private async publish(lead: Staff, key: string, definition: unknown): Promise<string> {
        const draft = await this.forms.create(lead, { key, definition });
        const review = await this.forms.act(lead, { id: draft.id, version: draft.version, action: 'submit' });
        return (await this.forms.act(lead, { id: draft.id, version: review.version, action: 'publish' })).formId;
    }

    private async addCall(lead: Staff, call: SampleCall): Promise<{ readonly id: string; readonly recordingId: string | null }> {
        const [original, second] = await Promise.all(call.files.map(name => this.blobs.put(createReadStream(join(sampleFolder('calls'), name)), { mediaType: name.endsWith('.opus') ? 'audio/ogg' : 'audio/wav', maxBytes: 10_000_000 })));
        const day = new Date(Date.now() - call.daysAgo * dayMs).toISOString().slice(0, 10);
        return this.interactions.add(lead, { callId: call.id, startedAt: new Date(`${day}T${call.time}:00`).toISOString(), agent: call.agent, queue: call.queue, direction: call.direction, customerNumber: call.customer, tags: [...call.tags] }, { original: original!, second });
    }

    /** What comes without a recording. */
    private async note(as: (login: string) => Promise<Staff>): Promise<void> {
        const moment = (daysAgo: number, time: string): number => Date.parse(`${new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10)}T${time}:00`);
        const lena = await as('lena');
        for (const { id, channel, daysAgo, time, agent, queue, customer, tags, messages } of sampleConversations) {
            const began = moment(daysAgo, time);
            await this.conversations.add(lena, {
                callId: id, channel, agent, queue, direction: 'inbound', customerNumber: customer, tags: [...tags],
                messages: messages.map(([seconds, author, text]) => ({ at: new Date(began + seconds * 1000).toISOString(), author, name: null, text }))
            });
        }
        for (const { id, occasion, by, daysAgo, time, minutes, agent, queue, tags, scenario } of sampleObservations) {
            await this.conversations.observe(await as(by), { callId: id, occasion, channel: 'voice', startedAt: new Date(moment(daysAgo, time)).toISOString(), durationMs: minutes * 60_000, agent, queue, direction: 'inbound', tags: [...tags], scenario });
        }
    }

    private async fill(evaluator: Staff, id: string, answers: ReturnType<typeof sampleAnswers>, daysAgo: number): Promise<void> {
        await this.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
        const at = new Date(Date.now() - daysAgo * dayMs);
        await this.database.write<void, QualityTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await transaction.updateTable('quality.evaluation').set({ submitted_at: at, changed_at: at }).where('id', '=', id).execute();
            await transaction.updateTable('quality.evaluation').set({ released_at: at }).where('id', '=', id).where('released_at', 'is not', null).execute();
            log.audit('sample.dated', 'evaluations', id);
        });
    }

    private async hold(as: (login: string) => Promise<Staff>, formId: string, calls: ReadonlyMap<string, string>, people: ReadonlyMap<string, string>): Promise<void> {
        const lena = await as('lena');
        const session = async (plan: typeof sampleCalibration | typeof openCalibration, dueAt: Date | null) => {
            const { id, version } = await this.calibrations.create(lena, {
                title: plan.title, formId, interactionIds: plan.calls.map(each => calls.get(each)!), raterIds: plan.raters.map(each => people.get(each)!), expertId: people.get(plan.expert)!, dueAt: dueAt?.toISOString() ?? null, tolerance: 5
            });
            await this.calibrations.act(lena, id, version, 'open');
            return id;
        };
        const score = async (id: string, login: string, call: string, daysAgo: number) => {
            const rater = await as(login);
            await this.fill(rater, await this.calibrations.score(rater, id, calls.get(call)!), sampleAnswers(call, habits[login]), daysAgo);
        };
        const { daysAgo, consensus, ruling } = sampleCalibration;
        const finished = await session(sampleCalibration, null);
        for (const login of [...sampleCalibration.raters, sampleCalibration.expert]) {
            for (const call of sampleCalibration.calls.filter(each => login !== 'zhou' || each !== 'SC-0012')) { // one evaluator did not get round to one call
                await score(finished, login, call, daysAgo);
            }
        }
        const closed = await this.calibrations.act(lena, finished, (await this.calibrations.find(lena, finished)).version, 'close');
        for (const { call, question, rating } of consensus) {
            await this.results.agree(lena, { id: finished, interactionId: calls.get(call)!, questionId: question, rating });
        }
        await this.results.rule(lena, { id: finished, questionId: ruling.question, text: ruling.text });
        await this.calibrations.act(lena, finished, closed.version, 'settle');

        const open = await session(openCalibration, new Date(Date.now() + openCalibration.dueInDays * dayMs));
        for (const login of openCalibration.submitted) {
            await score(open, login, openCalibration.calls[0], 0);
        }
    }
}
