import { parseLink } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { LocalizedText } from '@earshot/forms';
import { type Kysely, sql } from 'kysely';
import { attendedMarks } from '../../common/session/attendance';
import type { CourseRow } from '../../common/session/course-contract';
import type { Tables, TrainingTables, TrainingTransaction } from '../training-tables';

type Caller = Principal & { readonly personId: string };
export interface CourseContent { readonly title: string; readonly aim: string; readonly covers: readonly string[]; readonly feedbackFormId: string | null }

const courses = (database: Kysely<Tables>) => database.selectFrom('training.course as course')
    .select(['course.id', 'course.title', 'course.aim', 'course.covers', 'course.feedback_form_id', 'course.retired_at', 'course.version'])
    .select([
        sql<LocalizedText | null>`(select version.title from assessment.form_version version where version.form_id = course.feedback_form_id order by version.state = 'published' desc, version.number desc limit 1)`.as('form_title'),
        sql<number>`(select count(*) from training.course_session session where session.course_id = course.id and session.state = 'planned')`.as('planned'),
        sql<number>`(select count(*) from training.course_session session where session.course_id = course.id and session.state = 'held')`.as('held'),
        sql<Date | null>`(select min(session.starts_at) from training.course_session session where session.course_id = course.id and session.state = 'planned' and session.ends_at > now())`.as('next_at'),
        sql<number>`(select count(distinct participant.person_id) from training.session_participant participant join training.course_session session on session.id = participant.session_id
            where session.course_id = course.id and session.state = 'held' and participant.mark in (${sql.join([...attendedMarks])}))`.as('attended')
    ]);
type CourseFound = Awaited<ReturnType<ReturnType<typeof courses>['executeTakeFirstOrThrow']>>;

const show = (row: CourseFound): CourseRow => ({
    id: row.id, title: row.title, aim: row.aim, covers: [...row.covers], feedbackFormId: row.feedback_form_id, feedbackFormTitle: row.form_title && { ...row.form_title } as Record<string, string>, retired: row.retired_at !== null,
    planned: row.planned, held: row.held, attended: row.attended, nextAt: row.next_at?.toISOString() ?? null, version: row.version
});

const tellOfCourse = (log: ChangeLog, id: string): void => log.event({ type: 'course.changed', entityId: id }, { permission: 'training-plan:read' });

/** What is taught: courses, of which sessions are planned. */
@injectable()
export class CourseService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list({ after, limit, text, retired }: { readonly after?: string; readonly limit: number; readonly text?: string; readonly retired?: boolean }): Promise<{ rows: CourseRow[]; next?: string }> {
        let select = courses(this.database.read<TrainingTables>()).orderBy('course.title').orderBy('course.id').limit(limit + 1).where('course.retired_at', retired ? 'is not' : 'is', null);
        if (text) { select = select.where('course.title', 'ilike', containing(text)); }
        if (after) {
            const [title, id] = fromCursor(after, 2);
            select = select.where(sql<boolean>`(course.title, course.id) > (${title}, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), limit, row => [row.title, row.id], show);
    }

    /** @throws NOT_FOUND */
    async get(id: string): Promise<CourseRow> {
        return show(orNotFound(await courses(this.database.read<TrainingTables>()).where('course.id', '=', id).executeTakeFirst()));
    }

    /** @returns its id @throws INVALID for what is no link, and for a form that is not for trainings */
    async add(principal: Caller, content: CourseContent): Promise<string> {
        const id = newId();
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            await check(transaction, content);
            await transaction.insertInto('training.course').values({ id, ...columns(content), changed_by: principal.personId }).execute();
            log.audit('course.added', 'courses', id);
            tellOfCourse(log, id);
        });
        return id;
    }

    /** @throws NOT_FOUND; CONFLICT `changed-meanwhile`; INVALID as above */
    async change(principal: Caller, { id, version, retired, ...content }: CourseContent & { readonly id: string; readonly version: number; readonly retired: boolean }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const before = orNotFound(await transaction.selectFrom('training.course').select(['version', 'retired_at']).where('id', '=', id).forUpdate().executeTakeFirst());
            if (before.version !== version) {
                throw conflict('changed-meanwhile', { version: before.version });
            }
            await check(transaction, content);
            await transaction.updateTable('training.course').set({ ...columns(content), retired_at: retired ? before.retired_at ?? now : null, changed_by: principal.personId, changed_at: now, version: version + 1 }).where('id', '=', id).execute();
            if (retired === (before.retired_at !== null)) {
                log.audit('course.changed', 'courses', id);
            } else if (retired) {
                log.audit('course.retired', 'courses', id);
            } else {
                log.audit('course.reinstated', 'courses', id);
            }
            tellOfCourse(log, id);
        });
    }
}

const columns = ({ title, aim, covers, feedbackFormId }: CourseContent) => ({ title, aim, covers: [...new Set(covers)], feedback_form_id: feedbackFormId });

async function check(transaction: TrainingTransaction, { covers, feedbackFormId }: CourseContent): Promise<void> {
    const broken = covers.findIndex(each => !parseLink(each));
    if (broken >= 0) {
        throw invalid([{ path: `covers.${broken}`, code: 'not-a-link' }]);
    }
    if (feedbackFormId === null) {
        return;
    }
    const form = await sql<{ subject: string }>`select subject from assessment.form where id = ${feedbackFormId}::uuid`.execute(transaction);
    if (form.rows[0]?.subject !== 'training') {
        throw invalid([{ path: 'feedbackFormId', code: 'form-not-for-trainings' }]);
    }
}
