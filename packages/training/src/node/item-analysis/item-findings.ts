import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { analyseItems } from '../../common/item-analysis/analyse-items';
import { rulesOf } from '../../common/exam/blueprint';
import { questionChanged } from '../question/question-change';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { satPapers } from './sat-papers';

const house = systemPrincipal('item analysis');
/** Versions of exams that one run analyses; the others wait for the next. */
const batch = 20;

/** Keeps what the answers say against questions, a minute after they were given. */
@injectable()
export class ItemFindings implements ScheduleContribution {
    readonly name = 'training-item-analysis';
    readonly when = { everySeconds: 60 };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(now = new Date()): Promise<void> {
        const { rows } = await sql<{ id: string; marks: number }>`select version.id, made.marks from training.exam_version version
            join lateral (select sum(attempt.version) as marks from training.attempt where attempt.exam_version_id = version.id and attempt.state <> 'running') made on made.marks is not null
            left join training.analysed_version analysed on analysed.exam_version_id = version.id where analysed.marks is distinct from made.marks order by version.id limit ${batch}`.execute(this.database.read<TrainingTables>());
        for (const { id, marks } of rows) {
            await this.analyse(id, marks, now);
        }
    }

    private async analyse(versionId: string, marks: number, now: Date): Promise<void> {
        const reading = this.database.read<TrainingTables>();
        const { blueprint, exam_id: examId, number } = await reading.selectFrom('training.exam_version').select(['blueprint', 'exam_id', 'number']).where('id', '=', versionId).executeTakeFirstOrThrow();
        // papers that are drawn at random are never compared: they need not be read
        const fixed = rulesOf(blueprint).every(each => each.kind === 'fixed');
        const analysis = fixed ? analyseItems(blueprint, await satPapers(reading, versionId, sql<boolean>`true`)) : undefined;
        const found = analysis?.hidden === null ? analysis.items.flatMap(({ questionId, versionId: questionVersionId, n, concern }) => concern ? [{ questionId, questionVersionId, people: n, concern }] : []) : [];
        await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
            const before = await transaction.selectFrom('training.question_finding').select('question_id').where('exam_version_id', '=', versionId).forUpdate().execute();
            const standing = new Set(found.map(each => each.questionId));
            await transaction.deleteFrom('training.question_finding').where('exam_version_id', '=', versionId).where(sql<boolean>`not question_id = any(${[...standing]}::uuid[])`).execute();
            for (const each of found) {
                await this.keep(transaction, versionId, each, now);
            }
            await transaction.insertInto('training.analysed_version').values({ exam_version_id: versionId, marks, analysed_at: now }).onConflict(known => known.column('exam_version_id').doUpdateSet({ marks, analysed_at: now })).execute();
            log.audit('exam.analysed', 'exams', examId, { number, findings: found.length });
            before.filter(each => !standing.has(each.question_id)).forEach(each => questionChanged(log, each.question_id));
            found.forEach(each => questionChanged(log, each.questionId));
        });
    }

    /** That somebody has looked stays while the same is said of the same wording. */
    private async keep(transaction: TrainingTransaction, versionId: string, { questionId, questionVersionId, people, concern }: { readonly questionId: string; readonly questionVersionId: string; readonly people: number; readonly concern: string }, now: Date): Promise<void> {
        await sql`insert into training.question_finding as finding (exam_version_id, question_id, question_version_id, concern, people, found_at)
            select ${versionId}::uuid, question_id, id, ${concern}, ${people}::integer, ${now}::timestamptz from training.question_version where id = ${questionVersionId} and question_id = ${questionId}
            on conflict (exam_version_id, question_id) do update set people = excluded.people, concern = excluded.concern, question_version_id = excluded.question_version_id,
                found_at = case when (finding.concern, finding.question_version_id) = (excluded.concern, excluded.question_version_id) then finding.found_at else excluded.found_at end,
                seen_people = case when (finding.concern, finding.question_version_id) = (excluded.concern, excluded.question_version_id) then finding.seen_people end,
                seen_by = case when (finding.concern, finding.question_version_id) = (excluded.concern, excluded.question_version_id) then finding.seen_by end,
                seen_at = case when (finding.concern, finding.question_version_id) = (excluded.concern, excluded.question_version_id) then finding.seen_at end`.execute(transaction);
    }

    /** Somebody has looked at what stands out of a question, in whatever exam: it comes back when many others have sat one. @throws NOT_FOUND */
    async look(principal: Principal & { readonly personId: string }, questionId: string, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('training.question').select('id').where('id', '=', questionId).forUpdate().executeTakeFirst());
            const seen = await transaction.updateTable('training.question_finding').set(({ ref }) => ({ seen_people: ref('people'), seen_by: principal.personId, seen_at: now })).where('question_id', '=', questionId).returning('concern').execute();
            log.audit('question.looked-at', 'questions', questionId, { findings: seen.length });
            questionChanged(log, questionId);
        });
    }
}
