import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { questionsIn } from '../../common/exam/blueprint';
import type { Exam, ExamRow, ExamState } from '../../common/exam/exam-contract';
import type { Tables, TrainingTables } from '../training-tables';

const exams = (database: Kysely<Tables>) => database.selectFrom('training.exam as exam').innerJoin('core.person as person', 'person.id', 'exam.changed_by').innerJoin('core.person as owner', 'owner.id', 'exam.owner_id').leftJoin('training.exam_version as published', 'published.id', 'exam.published_id')
    .select(['exam.id', 'exam.title', 'exam.blueprint', 'exam.state', 'exam.contributors', 'exam.changed_at', 'exam.version', 'person.name as changed_by_name', 'owner.name as owner_name', 'published.number']);
type Found = Awaited<ReturnType<ReturnType<typeof exams>['executeTakeFirstOrThrow']>>;

interface Count { readonly exam_id: string; readonly assigned: number; readonly running: number; readonly passed: number; readonly failed: number }
const none = { assigned: 0, running: 0, passed: 0, failed: 0 };

/** People by how far they are; somebody who has passed at any attempt of an assignment has passed. Results count when their trainees know them. */
async function counts(database: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, Count>> {
    const { rows } = await sql<Count>`select assignment.exam_id, count(*) as assigned, count(*) filter (where made.running) as running, count(*) filter (where made.passed) as passed, count(*) filter (where made.failed and not made.passed and not made.running) as failed
        from training.exam_assignment assignment left join lateral (
            select bool_or(state = 'running') as running, coalesce(bool_or(passed and state = 'released'), false) as passed, coalesce(bool_or(not passed and state = 'released'), false) as failed from training.attempt where attempt.assignment_id = assignment.id) made on true
        where assignment.exam_id = any(${[...ids]}::uuid[]) and assignment.withdrawn_at is null group by assignment.exam_id`.execute(database);
    return new Map(rows.map(each => [each.exam_id, each]));
}

const show = (row: Found, count: Omit<Count, 'exam_id'> = none): ExamRow => ({
    id: row.id, title: row.title, state: row.state, number: row.number, questions: questionsIn(row.blueprint), minutes: row.blueprint.minutes, passPercent: row.blueprint.passPercent,
    ownerName: row.owner_name, changedByName: row.changed_by_name, changedAt: row.changed_at.toISOString(), assigned: Number(count.assigned), running: Number(count.running), passed: Number(count.passed), failed: Number(count.failed)
});

/** What somebody may do with an exam in its present state. Nobody approves what they have changed. */
export function possibleSteps(principal: Principal, { state, contributors, number }: Pick<Found, 'state' | 'contributors' | 'number'>): Exam['may'] {
    const may = (permission: string): boolean => principal.via === 'system' || principal.permissions.has(permission);
    return [
        ...may('exam:write') ? ['change' as const] : [],
        ...may('exam:write') && state === 'draft' ? ['request-review' as const] : [],
        ...may('exam:approve') && state === 'in-review' && (principal.personId === null || !contributors.includes(principal.personId)) ? ['publish' as const] : [],
        ...may('exam:write') && state !== 'retired' ? ['retire' as const] : [],
        ...may('exam:assign') && number !== null && state !== 'retired' ? ['assign' as const] : []
    ];
}

/** Exams as lists and pages show them. */
@injectable()
export class ExamReader {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(filter: { readonly after?: string; readonly limit: number; readonly text?: string; readonly state?: ExamState }) {
        const database = this.database.read<TrainingTables>();
        let select = exams(database).orderBy('exam.title').orderBy('exam.id').limit(filter.limit + 1);
        if (filter.state) { select = select.where('exam.state', '=', filter.state); }
        if (filter.text) { select = select.where('exam.title', 'ilike', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`); }
        if (filter.after) {
            const [title, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(exam.title, exam.id) > (${title}, ${id}::uuid)`);
        }
        const found = await select.execute();
        const figures = await counts(database, found.map(each => each.id));
        return pageOf(found, filter.limit, row => [row.title, row.id], row => show(row, figures.get(row.id)));
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<Exam> {
        const database = this.database.read<TrainingTables>();
        const row = orNotFound(await exams(database).where('exam.id', '=', id).executeTakeFirst());
        return { ...show(row, (await counts(database, [id])).get(id)), blueprint: row.blueprint, version: row.version, may: possibleSteps(principal, row) } as Exam;
    }
}
