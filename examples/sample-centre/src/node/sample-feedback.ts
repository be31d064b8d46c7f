import { newId } from '@earshot/core/lib/node/storage/identifier';
import { AnswerService } from '@earshot/quality/lib/node/feedback/answer-service';
import { FeedbackReader } from '@earshot/quality/lib/node/feedback/feedback-reader';
import { ResponseService } from '@earshot/quality/lib/node/feedback/response-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleAcknowledgements, type SampleDispute, sampleDisputes } from '../common/sample-feedback';
import type { Staff } from './signed-in';

/** What agents did about their results: acknowledged some, disputed others, and left the rest for later. */
@injectable()
export class SampleFeedback {
    constructor(@inject(FeedbackReader) private readonly reader: FeedbackReader, @inject(ResponseService) private readonly responses: ResponseService, @inject(AnswerService) private readonly answers: AnswerService) { }

    /** @param evaluations ids of evaluations by call. */
    async add(as: (login: string) => Promise<Staff>, evaluations: ReadonlyMap<string, string>): Promise<void> {
        for (const { call, agent, comment } of sampleAcknowledgements) {
            const person = await as(agent);
            await this.responses.acknowledge(person, { ...await this.seen(person, evaluations.get(call)!), comment });
        }
        for (const each of sampleDisputes) {
            await this.dispute(as, each, evaluations.get(each.call)!);
        }
    }

    private async dispute(as: (login: string) => Promise<Staff>, { agent: login, questions, answer, escalation }: SampleDispute, id: string): Promise<void> {
        const agent = await as(login);
        await this.responses.dispute(agent, {
            ...await this.seen(agent, id), questions: questions.map(({ question, reason, fromMs, toMs }) => ({ questionId: question, reason, evidence: [{ id: newId(), questionId: question, fromMs, toMs }] }))
        });
        if (answer) {
            const by = await as(answer.by);
            const decisions = answer.decisions.map(({ question, reason, value }) => value === undefined
                ? { questionId: question, decision: 'upheld' as const, reason } : { questionId: question, decision: 'overturned' as const, reason, answer: { value, comment: reason } });
            const current = await this.answers.answer(by, { ...await this.seen(by, id), decisions });
            if (escalation) {
                await this.responses.escalate(agent, { ...await this.seen(agent, current), questions: [{ questionId: escalation.question, reason: escalation.reason }] });
            }
        }
    }

    private async seen(person: Staff, id: string): Promise<{ id: string; version: number }> {
        return { id, version: (await this.reader.get(person, id)).version };
    }
}
