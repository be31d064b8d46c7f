import { randomUUID } from 'node:crypto';
import { FormKinds } from '@earshot/assessment/lib/common/form/form-kinds';
import { shownAnswers } from '@earshot/assessment/lib/common/filling/filled-content';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { type Answers, type FormDefinition, validateAnswers } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { attended, attendedMarks } from '../../common/session/attendance';
import { feedbackUntil, fewestFeedback, summariseFeedback } from '../../common/session/session-feedback';
import type { FeedbackSummary, MyFeedback, MySession } from '../../common/session/session-contract';
import type { Tables, TrainingTables } from '../training-tables';
import { tellOfSession } from './session-change';
import { SessionReader } from './session-reader';

type Caller = Principal & { readonly personId: string };
const longestList = 200;

const own = (database: Kysely<Tables>, personId: string) => database.selectFrom('training.session_participant as participant').innerJoin('training.course_session as session', 'session.id', 'participant.session_id')
    .innerJoin('training.course as course', 'course.id', 'session.course_id').innerJoin('core.person as trainer', 'trainer.id', 'session.trainer_id')
    .leftJoin('training.session_feedback as feedback', join => join.onRef('feedback.session_id', '=', 'session.id').onRef('feedback.person_id', '=', 'participant.person_id')).where('participant.person_id', '=', personId)
    .select(['session.id', 'course.title', 'course.aim', 'course.covers', 'trainer.name as trainer_name', 'session.trainer_id', 'session.state', 'session.starts_at', 'session.ends_at', 'session.place', 'session.online_link', 'session.cancel_reason',
        'session.form_version_id', 'session.held_at', 'participant.mark', 'participant.invited_at', 'feedback.answers', 'feedback.version as feedback_version']);
export type OwnSession = Awaited<ReturnType<ReturnType<typeof own>['executeTakeFirstOrThrow']>>;

/** Whether somebody may say how it was: who was there, where there is a form, as long as names stand beside what is said. */
function feedbackOf({ form_version_id: form, held_at: heldAt, mark, feedback_version: version }: OwnSession, now: Date): MySession['feedback'] {
    if (!form || !heldAt || !attended(mark)) {
        return { state: 'none', given: false, until: null };
    }
    const until = feedbackUntil(heldAt);
    return { state: now < until ? 'open' : 'over', given: version !== null, until: until.toISOString() };
}

const show = (row: OwnSession, now: Date): MySession => ({
    id: row.id, courseTitle: row.title, aim: row.aim, covers: [...row.covers], trainerName: row.trainer_name, state: row.state, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), place: row.place, onlineLink: row.online_link,
    cancelReason: row.cancel_reason, mark: row.mark, feedback: feedbackOf(row, now)
});

/** What participants see of their sessions, and what they say of them; trainers learn means, never who. */
@injectable()
export class SessionFeedbackService {
    constructor(@inject(Database) private readonly database: Database, @inject(SessionReader) private readonly reader: SessionReader, @inject(FormKinds) private readonly kinds: FormKinds) { }

    async mine(principal: Caller, now = new Date()): Promise<MySession[]> {
        return (await this.own(principal)).map(each => show(each, now));
    }

    /** The rows behind {@link mine}, the latest first. */
    own(principal: Caller): Promise<OwnSession[]> {
        return own(this.database.read<TrainingTables>(), principal.personId).orderBy('session.starts_at', 'desc').orderBy('session.id').limit(longestList).execute();
    }

    /** @throws NOT_FOUND for a session that the caller is not invited to */
    async my(principal: Caller, id: string, now = new Date()): Promise<MyFeedback> {
        const database = this.database.read<TrainingTables>();
        const row = orNotFound(await own(database, principal.personId).where('session.id', '=', id).executeTakeFirst());
        const shown = show(row, now);
        const form = shown.feedback.state === 'none' ? undefined : await formOf(database, row.form_version_id!);
        return { ...shown, form: form ? { ...form } : null, answers: { ...row.answers }, version: row.feedback_version ?? 0 };
    }

    /**
     * One form for each person and session; the answers are complete, and can be given anew until {@link feedbackUntil}.
     * @throws NOT_FOUND; CONFLICT `feedback-closed` before and after its time, and for whoever was not there; `changed-meanwhile`; INVALID for what does not fit the form
     */
    async give(principal: Caller, { id, version, answers }: { readonly id: string; readonly version: number; readonly answers: Answers }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('training.session_participant').select('person_id').where('session_id', '=', id).where('person_id', '=', principal.personId).forUpdate().executeTakeFirst());
            const row = await own(transaction, principal.personId).where('session.id', '=', id).executeTakeFirstOrThrow();
            if (feedbackOf(row, now).state !== 'open') {
                throw conflict('feedback-closed');
            }
            if ((row.feedback_version ?? 0) !== version) {
                throw conflict('changed-meanwhile', { version: row.feedback_version ?? 0 });
            }
            const form = (await formOf(transaction, row.form_version_id!))!;
            const problems = validateAnswers(form, answers, { complete: true }, this.kinds);
            if (problems.length > 0) {
                throw invalid(problems.map(({ question, part, code, parameters }) => ({ path: `answers.${question}.${part}`, code, detail: { ...parameters, question, part } })));
            }
            const given = JSON.stringify(shownAnswers(form, answers, this.kinds));
            // an id that carries the time would tell who it was, once names are off
            await transaction.insertInto('training.session_feedback').values({ id: randomUUID(), session_id: id, person_id: principal.personId, answers: given })
                .onConflict(already => already.columns(['session_id', 'person_id']).doUpdateSet(({ eb }) => ({ answers: given, version: eb('training.session_feedback.version', '+', 1) }))).execute();
            log.audit('training-session.feedback-given', 'sessions', id);
            tellOfSession(log, row, [principal.personId]);
        });
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async summary(principal: Principal, id: string): Promise<FeedbackSummary> {
        const session = await this.reader.find(principal, id);
        const database = this.database.read<TrainingTables>();
        const form = session.form_version_id ? await formOf(database, session.form_version_id) : undefined;
        const given = await database.selectFrom('training.session_feedback').select('answers').where('session_id', '=', id).execute();
        const { asked } = await database.selectFrom('training.session_participant').select(({ fn }) => fn.countAll<number>().as('asked')).where('session_id', '=', id).where('mark', 'in', [...attendedMarks]).executeTakeFirstOrThrow();
        const summary = form ? summariseFeedback(form, given.map(each => each.answers), this.kinds) : { given: 0, shown: false, questions: [] };
        return {
            form: form ? { ...form } : null, given: summary.given, asked, fewest: fewestFeedback, shown: summary.shown, until: session.held_at && form ? feedbackUntil(session.held_at).toISOString() : null,
            questions: summary.questions.map(each => ({ ...each, counts: each.counts.map(one => ({ ...one })), texts: [...each.texts] }))
        };
    }
}

const formOf = async (database: Kysely<Tables>, versionId: string): Promise<FormDefinition | undefined> =>
    (await sql<{ definition: FormDefinition }>`select definition from assessment.form_version where id = ${versionId}::uuid`.execute(database)).rows[0]?.definition;
