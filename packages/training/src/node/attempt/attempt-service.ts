import { randomInt } from 'node:crypto';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { endListening, grantListening } from '@earshot/media/lib/node/recording/listening-grants';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { arrivalOf, attemptDeadline } from '../../common/attempt/attempt-clock';
import { attemptTransition } from '../../common/attempt/attempt-state';
import { seedLimit } from '../../common/exam/draw-paper';
import { recordingsOf } from '../../common/exam/paper';
import type { QuestionAnswer } from '../../common/question/question';
import { QuestionSource } from '../exam/question-source';
import { tellOfExam } from '../exam/exam-service';
import { knowsKeys } from '../exam/knows-keys';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import type { WindowTimes } from '../../common/attempt/view-times';
import { beginningOf } from './beginning';
import { drawWholePaper } from './draw-attempt';
import { gradeNow } from './grading';
import { keepViewTimes } from './keep-view-times';

type Caller = Principal & { readonly personId: string };
export interface AnswerToSave { readonly id: string; readonly place: number; readonly client: string; readonly sequence: number; readonly answer: QuestionAnswer | null; readonly flagged: boolean; readonly viewed?: WindowTimes | undefined }
export interface SavedAnswer { readonly place: number; readonly version: number; readonly savedAt: string; readonly late: boolean; readonly now: string }

/** An attempt with what its exam asks for. */
export const attemptsToGrade = (transaction: TrainingTransaction) => transaction.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
    .select(['attempt.id', 'attempt.person_id', 'person.team_id', 'attempt.position_id', 'attempt.paper', 'attempt.state', 'attempt.started_at', 'attempt.deadline_at', 'attempt.submitted_at', 'exam.blueprint', 'exam.title', 'exam.exam_id']);

/** Sitting an exam: by the server's clock alone, and so that nothing that was acknowledged is ever lost. */
@injectable()
export class AttemptService {
    constructor(@inject(Database) private readonly database: Database, @inject(QuestionSource) private readonly questions: QuestionSource) { }

    /**
     * Draws a paper and starts the clock; goes on with the attempt that runs, from whichever window.
     * @returns the id of the attempt
     * @throws NOT_FOUND for what is not the caller's; CONFLICT with why it cannot begin, `knows-the-keys` for whoever may see them, or `too-few-questions`
     */
    async begin(principal: Caller, assignmentId: string, now = new Date()): Promise<string> {
        const open = await this.database.read<TrainingTables>().selectFrom('training.attempt').select('id').where('assignment_id', '=', assignmentId).where('person_id', '=', principal.personId).where('state', '=', 'running').executeTakeFirst();
        return open?.id ?? this.database.write<string, TrainingTables>(principal, async (transaction, log) => {
            const assignment = orNotFound(await transaction.selectFrom('training.exam_assignment').selectAll().where('id', '=', assignmentId).where('person_id', '=', principal.personId).where('withdrawn_at', 'is', null).forUpdate().executeTakeFirst());
            const made = await transaction.selectFrom('training.attempt').select(['id', 'state', 'submitted_at', 'passed']).where('assignment_id', '=', assignmentId).execute();
            const running = made.find(each => each.state === 'running');
            if (running) {
                log.audit('attempt.resumed', 'attempts', running.id);
                return running.id;
            }
            const { position_id: positionId, knows } = await transaction.selectFrom('core.person as person').select(['person.position_id', knowsKeys('person.id').as('knows')]).where('person.id', '=', principal.personId).executeTakeFirstOrThrow();
            if (knows) {
                throw conflict('knows-the-keys');
            }
            const exam = await transaction.selectFrom('training.exam as exam').innerJoin('training.exam_version as version', 'version.id', 'exam.published_id').select(['version.id', 'version.blueprint']).where('exam.id', '=', assignment.exam_id).executeTakeFirst();
            if (!exam) {
                throw conflict('exam-retired');
            }
            const { blueprint } = exam;
            const beginning = beginningOf(blueprint, assignment, made, now);
            if (!beginning.may) {
                throw conflict('may-not-begin', { why: beginning.why, from: beginning.from?.toISOString() ?? null });
            }
            const [id, seed] = [newId(), randomInt(seedLimit)];
            const bank = { entries: await this.questions.entries(transaction), contents: (ids: readonly string[]) => this.questions.contents(transaction, ids) };
            const paper = await drawWholePaper(blueprint, bank, seed).catch((error: unknown) => { throw error instanceof RangeError ? conflict('too-few-questions') : error; });
            await transaction.insertInto('training.attempt').values({
                id, assignment_id: assignmentId, exam_version_id: exam.id, person_id: principal.personId, position_id: positionId, number: made.length + 1, seed, paper: JSON.stringify(paper), state: attemptTransition('not-started', 'begin')!.next, started_at: now,
                deadline_at: attemptDeadline({ startedAt: now, minutes: blueprint.minutes, extraMinutes: assignment.extra_minutes, closesAt: assignment.closes_at }), submitted_by: null, percent: null, passed: null
            }).execute();
            await grantListening(transaction, log, { subjects: recordingsOf(paper), personId: principal.personId, occasion: linkTo('training', 'attempts', id) });
            log.audit('attempt.begun', 'attempts', id, { exam: assignment.exam_id, number: made.length + 1 });
            tellOfExam(log, assignment.exam_id);
            log.event({ type: 'attempt.changed', entityId: id }, { people: [principal.personId] });
            return id;
        });
    }

    /**
     * Saves one answer. What this window has sent before, or something later of it, is not taken again, so that a request whose reply was
     * lost can be repeated; of several windows, what arrives last counts.
     * @throws NOT_FOUND for what is not the caller's; CONFLICT `attempt-over` once it was handed in, `time-over` after the grace minute
     */
    async save(principal: Caller, input: AnswerToSave, now = new Date()): Promise<SavedAnswer> {
        return this.database.write<SavedAnswer, TrainingTables>(principal, async (transaction, log) => {
            const attempt = orNotFound(await transaction.selectFrom('training.attempt').select(['state', 'started_at', 'deadline_at', sql<number>`jsonb_array_length(paper -> 'items')`.as('questions')])
                .where('id', '=', input.id).where('person_id', '=', principal.personId).forUpdate().executeTakeFirst());
            if (input.place >= attempt.questions) {
                throw conflict('no-such-question');
            }
            log.audit('attempt.saved', 'attempts', input.id);
            const known = await transaction.selectFrom('training.attempt_client').select('sequence').where('attempt_id', '=', input.id).where('client_id', '=', input.client).where('place', '=', input.place).executeTakeFirst();
            if (known && known.sequence >= input.sequence) {
                const { version, saved_at: savedAt, late } = await transaction.selectFrom('training.attempt_answer').select(['version', 'saved_at', 'late']).where('attempt_id', '=', input.id).where('place', '=', input.place).executeTakeFirstOrThrow();
                return { place: input.place, version, savedAt: savedAt.toISOString(), late, now: now.toISOString() };
            }
            if (attempt.state !== 'running') {
                throw conflict('attempt-over');
            }
            const arrival = arrivalOf(attempt.deadline_at, now);
            if (arrival === 'over') {
                throw conflict('time-over');
            }
            if (input.viewed) {
                await keepViewTimes(transaction, { id: input.id, startedAt: attempt.started_at, questions: attempt.questions }, input.viewed, now);
            }
            const late = arrival === 'late';
            await transaction.insertInto('training.attempt_client').values({ attempt_id: input.id, client_id: input.client, place: input.place, sequence: input.sequence })
                .onConflict(already => already.columns(['attempt_id', 'client_id', 'place']).doUpdateSet({ sequence: input.sequence })).execute();
            const { version } = await transaction.insertInto('training.attempt_answer').values({ attempt_id: input.id, place: input.place, answer: input.answer && JSON.stringify(input.answer), flagged: input.flagged, late, version: 1, saved_at: now, client_id: input.client })
                .onConflict(already => already.columns(['attempt_id', 'place']).doUpdateSet(({ eb, ref }) => ({ answer: ref('excluded.answer'), flagged: input.flagged, late, version: eb('training.attempt_answer.version', '+', 1), saved_at: now, client_id: input.client })))
                .returning('version').executeTakeFirstOrThrow();
            log.event({ type: 'attempt.saved', entityId: input.id, detail: { client: input.client, place: input.place, version } }, { people: [principal.personId] });
            return { place: input.place, version, savedAt: now.toISOString(), late, now: now.toISOString() };
        });
    }

    /** Hands in. Once more changes nothing. @param viewed what was in view since the last answer was saved @returns when it was handed in @throws NOT_FOUND for what is not the caller's */
    async submit(principal: Caller, id: string, now = new Date(), viewed?: WindowTimes): Promise<Date> {
        const before = orNotFound(await this.database.read<TrainingTables>().selectFrom('training.attempt').select('submitted_at').where('id', '=', id).where('person_id', '=', principal.personId).executeTakeFirst());
        return before.submitted_at ?? this.database.write<Date, TrainingTables>(principal, async (transaction, log) => {
            const attempt = orNotFound(await attemptsToGrade(transaction).where('attempt.id', '=', id).where('attempt.person_id', '=', principal.personId).forUpdate('attempt').executeTakeFirst());
            if (attempt.state !== 'running') {
                log.audit('attempt.submitted-again', 'attempts', id);
                return attempt.submitted_at!;
            }
            const over = arrivalOf(attempt.deadline_at, now) === 'over';
            if (viewed && !over) {
                await keepViewTimes(transaction, { id, startedAt: attempt.started_at, questions: attempt.paper.items.length }, viewed, now);
            }
            return this.close(transaction, log, attempt, over ? attempt.deadline_at! : now, over ? 'clock' : 'trainee', now);
        });
    }

    /** Hands in for whoever has run out of time, as of their deadline. @throws CONFLICT `wrong-state` when it was handed in, or has more time, meanwhile */
    async closeByClock(principal: Principal, id: string, now: Date): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const attempt = await attemptsToGrade(transaction).where('attempt.id', '=', id).forUpdate('attempt').executeTakeFirstOrThrow();
            if (attempt.state !== 'running' || arrivalOf(attempt.deadline_at, now) !== 'over') {
                throw conflict('wrong-state', { state: attempt.state });
            }
            await this.close(transaction, log, attempt, attempt.deadline_at!, 'clock', now);
        });
    }

    private async close(transaction: TrainingTransaction, log: ChangeLog, attempt: Awaited<ReturnType<ReturnType<typeof attemptsToGrade>['executeTakeFirstOrThrow']>>, at: Date, by: 'trainee' | 'clock', now: Date): Promise<Date> {
        const state = attemptTransition('running', 'submit')!.next;
        await transaction.updateTable('training.attempt').set({ state, submitted_at: at, submitted_by: by }).where('id', '=', attempt.id).execute();
        await endListening(transaction, log, linkTo('training', 'attempts', attempt.id));
        log.audit('attempt.submitted', 'attempts', attempt.id, { by });
        await gradeNow(transaction, log, { ...attempt, state }, now);
        tellOfExam(log, attempt.exam_id);
        return at;
    }
}
