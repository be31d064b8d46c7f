import type { Principal } from '@earshot/core/lib/node/api/context';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { AttemptRow } from '../../common/attempt/attempt-contract';
import { attemptTransition, type AttemptState, isGraded } from '../../common/attempt/attempt-state';
import { mayMark } from '../../common/attempt/settled-share';
import type { Question } from '../../common/question/question';
import { isRated, rubricOf, type RubricRatings, scoreRubric } from '../../common/question/rubric';
import { tellOfExam } from '../exam/exam-service';
import type { Tables, TrainingTables, TrainingTransaction } from '../training-tables';
import { attemptsToGrade } from './attempt-service';
import { gradeNow, loadMarks, markPaper, tellOfAttempt, tellOfRelease } from './grading';

/** What a marker says: a level for each criterion of a rubric, or what they think it is worth. */
export interface GivenMark { readonly id: string; readonly place: number; readonly share?: number | undefined; readonly ratings?: RubricRatings | undefined; readonly comment: string }
interface Earned { readonly share: number; readonly ratings: RubricRatings | null }

/** @throws INVALID `rate-each-criterion` or `rated-by-criteria` of a question with a rubric; `share-missing`, `no-criteria` of others */
function earnedOf(question: Question, { share, ratings }: GivenMark): Earned {
    const criteria = rubricOf(question);
    if (!criteria) {
        if (share === undefined || ratings !== undefined) {
            throw invalid([share === undefined ? { path: 'share', code: 'share-missing' } : { path: 'ratings', code: 'no-criteria' }]);
        }
        return { share, ratings: null };
    }
    if (share !== undefined || ratings === undefined || !isRated(criteria, ratings)) {
        throw invalid([share === undefined ? { path: 'ratings', code: 'rate-each-criterion' } : { path: 'share', code: 'rated-by-criteria' }]);
    }
    return { share: scoreRubric(criteria, ratings).share ?? 0, ratings };
}

type Caller = Principal & { readonly personId: string };
type Attempt = Awaited<ReturnType<ReturnType<typeof attemptsToGrade>['executeTakeFirstOrThrow']>> & { readonly version: number };
const minuteMs = 60_000;

const rows = (database: Kysely<Tables>) => database.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id').leftJoin('core.team as team', 'team.id', 'person.team_id')
    .select(['attempt.id', 'attempt.number', 'attempt.state', 'attempt.started_at', 'attempt.submitted_at', 'attempt.percent', 'attempt.passed', 'attempt.person_id', 'exam.title', 'person.name as person_name', 'team.name as team_name',
        sql<number | null>`(attempt.grade ->> 'waiting')::integer`.as('waiting')]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const show = (row: Row): AttemptRow => ({
    id: row.id, examTitle: row.title, number: row.number, attempt: row.number, state: row.state, startedAt: row.started_at.toISOString(), submittedAt: row.submitted_at?.toISOString() ?? null, personId: row.person_id, personName: row.person_name, teamName: row.team_name,
    // whoever does not mark learns of a result when its trainee does
    percent: row.state === 'released' ? row.percent : null, passed: row.state === 'released' ? row.passed : null, waiting: row.waiting ?? 0, minutesTaken: row.submitted_at && (row.submitted_at.getTime() - row.started_at.getTime()) / minuteMs
});

export interface AttemptFilter { readonly after?: string; readonly limit: number; readonly examId?: string; readonly personId?: string; readonly state?: AttemptState }

/** Attempts that were handed in: who marks them, what is marked anew, and when their trainees see the result. */
@injectable()
export class MarkingService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, filter: AttemptFilter) {
        let select = rows(this.database.read<TrainingTables>()).where(withinScope(principal, 'exam-result:read', { owners: ['attempt.person_id'], team: 'person.team_id' })).orderBy('attempt.started_at', 'desc').orderBy('attempt.id', 'desc').limit(filter.limit + 1);
        if (filter.examId) { select = select.where('exam.exam_id', '=', filter.examId); }
        if (filter.personId) { select = select.where('attempt.person_id', '=', filter.personId); }
        if (filter.state) { select = select.where('attempt.state', '=', filter.state); }
        if (filter.after) {
            const [at, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(attempt.started_at, attempt.id) < (${at}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), filter.limit, row => [row.started_at.toISOString(), row.id], show);
    }

    /** What waits for marks, or to be released; nobody marks their own. */
    async queue(principal: Caller, { after, limit }: { readonly after?: string; readonly limit: number }) {
        let select = rows(this.database.read<TrainingTables>()).where('attempt.state', 'in', ['submitted', 'marking', 'graded']).where('attempt.person_id', '!=', principal.personId).orderBy('attempt.submitted_at').orderBy('attempt.id').limit(limit + 1);
        if (after) {
            const [at, id] = fromCursor(after, 2);
            select = select.where(sql<boolean>`(attempt.submitted_at, attempt.id) > (${at}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), limit, row => [row.submitted_at!.toISOString(), row.id], show);
    }

    /** One mark by hand. @throws NOT_FOUND; INVALID where it is not marked in the way that its question asks for; CONFLICT `own-attempt`, `wrong-state`, `marked-already` by this person, or `not-by-hand` */
    async mark(principal: Caller, input: GivenMark, now = new Date()): Promise<void> {
        await this.change(principal, input.id, async (transaction, log, attempt) => {
            const { answers, marks } = await loadMarks(transaction, input.id);
            const item = markPaper(attempt.paper, answers, marks, attempt.blueprint.secondMarker)[input.place];
            if (!item || item.machine.share !== null) {
                throw conflict('not-by-hand');
            }
            const next = attemptTransition(attempt.state, 'mark')?.next;
            if (!next || item.wanted === null) {
                throw conflict('wrong-state', { state: attempt.state });
            }
            if (!mayMark(item.hand, principal.personId)) {
                throw conflict('marked-already');
            }
            const earned = earnedOf(attempt.paper.items[input.place]!.question, input);
            await this.add(transaction, principal, input, earned, item.wanted, null, now);
            log.audit('attempt.marked', 'attempts', input.id, { place: input.place, kind: item.wanted, share: earned.share });
            await gradeNow(transaction, log, { ...attempt, state: next }, now);
        });
    }

    /** Marks a question anew; whoever has seen the earlier result is told. @throws NOT_FOUND; INVALID as `mark`; CONFLICT `own-attempt`, `wrong-state`, `changed-meanwhile`, `no-such-question` */
    async regrade(principal: Caller, input: GivenMark & { readonly version: number; readonly reason: string }, now = new Date()): Promise<void> {
        await this.change(principal, input.id, async (transaction, log, attempt) => {
            if (attempt.version !== input.version) {
                throw conflict('changed-meanwhile', { version: attempt.version });
            }
            if (!attemptTransition(attempt.state, 'regrade') || !isGraded(attempt.state)) {
                throw conflict('wrong-state', { state: attempt.state });
            }
            const item = attempt.paper.items[input.place];
            if (!item) {
                throw conflict('no-such-question');
            }
            const earned = earnedOf(item.question, input);
            await this.add(transaction, principal, input, earned, 'regrade', input.reason, now);
            log.audit('attempt.regraded', 'attempts', input.id, { place: input.place, share: earned.share });
            await gradeNow(transaction, log, attempt, now);
            if (attempt.state === 'released') {
                tellOfRelease(log, attempt);
            }
        });
    }

    /** @throws NOT_FOUND; CONFLICT `own-attempt`, `wrong-state` */
    async release(principal: Caller, id: string, now = new Date()): Promise<void> {
        await this.change(principal, id, async (transaction, log, attempt) => {
            const next = attemptTransition(attempt.state, 'release')?.next;
            if (!next) {
                throw conflict('wrong-state', { state: attempt.state });
            }
            await transaction.updateTable('training.attempt').set(({ eb }) => ({ state: next, released_at: now, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            tellOfRelease(log, attempt);
            tellOfAttempt(log, attempt);
        });
    }

    private add(transaction: TrainingTransaction, principal: Caller, { id, place, comment }: GivenMark, { share, ratings }: Earned, kind: 'first' | 'second' | 'deciding' | 'regrade', reason: string | null, now: Date) {
        return transaction.insertInto('training.attempt_mark').values({ id: newId(), attempt_id: id, place, kind, share, comment, reason, ratings: ratings && JSON.stringify(ratings), marker_id: principal.personId, at: now }).execute();
    }

    private async change(principal: Caller, id: string, change: (transaction: TrainingTransaction, log: ChangeLog, attempt: Attempt) => Promise<void>): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const attempt = orNotFound(await attemptsToGrade(transaction).select('attempt.version').where('attempt.id', '=', id).forUpdate('attempt').executeTakeFirst());
            if (attempt.person_id === principal.personId) {
                throw conflict('own-attempt');
            }
            await change(transaction, log, attempt);
            tellOfExam(log, attempt.exam_id);
        });
    }
}
