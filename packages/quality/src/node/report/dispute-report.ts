import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { LocalizedText } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import { shareCells, shareFigure } from '../../common/report/share';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';

const columns: ReportColumns = {
    id: 'id', questionId: 'id', name: 'localized', form: 'localized', results: 'count', disputed: 'count', disputeRate: 'share', disputeRateLow: 'share', disputeRateHigh: 'share',
    questions: 'count', decided: 'count', overturned: 'count', overturnRate: 'share', overturnRateLow: 'share', overturnRateHigh: 'share'
};
interface Found { readonly id: string; readonly question: string | null; readonly name: LocalizedText | null; readonly form: LocalizedText | null; readonly results: number; readonly disputed: number; readonly questions: number; readonly decided: number; readonly overturned: number }

/** Each question that its agent disputed, as often as they did, with its last decision; null while none is there. */
const disputes = sql`(select disputed.evaluation_id, disputed.question_id, disputed.agent_id, answer.decision from quality.disputed_question disputed
    left join lateral (select decision from quality.dispute_answer where evaluation_id = disputed.evaluation_id and round = disputed.round and question_id = disputed.question_id order by level desc limit 1) answer on true)`;

/** How often released results are disputed, and how often that is rightly so: by form, by evaluator, or by question. */
@injectable()
export class DisputeReport implements ReportDefinition {
    readonly id = 'disputes';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const by = query.by === 'evaluator' || query.by === 'question' ? query.by : 'form';
        const joined = sql`join quality.feedback feedback on feedback.evaluation_id = evaluation.id and feedback.state <> 'held'`;
        // Every result has one form and one evaluator: these add up to all. One result can have several disputed questions.
        const [results, questions] = await Promise.all([this.sums(principal, query, joined, by === 'evaluator' ? sql`evaluation.evaluator_id` : sql`evaluation.form_id`), by === 'question' ? this.byQuestion(principal, query, joined) : undefined]);
        const rows = questions ?? results;
        const sum = (of: 'results' | 'disputed' | 'decided' | 'overturned'): number => results.reduce((total, each) => total + each[of], 0);
        return reportOf(this.id, columns, rows.map(each => ({
            id: each.id, questionId: each.question, name: each.name && { ...each.name }, form: each.form && { ...each.form }, results: each.results, disputed: each.disputed, ...shareCells('disputeRate', each.disputed, each.results),
            questions: each.questions, decided: each.decided, overturned: each.overturned, ...shareCells('overturnRate', each.overturned, each.decided)
        })), [shareFigure('disputeRate', sum('disputed'), sum('results')), shareFigure('overturnRate', sum('overturned'), sum('decided'))]);
    }

    private async sums(principal: Principal, query: ReportQuery, joined: RawBuilder<unknown>, key: RawBuilder<unknown>): Promise<readonly Found[]> {
        const { rows } = await sql<Found>`
            with chosen as (select evaluation.id, evaluation.agent_id, ${key} as key, feedback.disputed_at is not null as disputed ${chosenResults(principal, query, joined)}),
                results as (select key, count(*) as results, count(*) filter (where disputed) as disputed from chosen group by 1),
                decisions as (select chosen.key, count(*) as questions, count(each.decision) as decided, count(*) filter (where each.decision = 'overturned') as overturned from chosen join ${disputes} each on each.evaluation_id = chosen.id and each.agent_id = chosen.agent_id group by 1)
            select results.key as id, null as question, coalesce((select title from assessment.form_version where form_id = results.key order by number desc limit 1), (select jsonb_build_object('en', name) from core.person where id = results.key)) as name, null as form,
                results.results, results.disputed, coalesce(decisions.questions, 0) as questions, coalesce(decisions.decided, 0) as decided, coalesce(decisions.overturned, 0) as overturned
            from results left join decisions on decisions.key is not distinct from results.key order by results.disputed desc, results.key`.execute(this.database.read());
        return rows;
    }

    /** The results of a question are those in which it counted: every result of its form whose loss is known. */
    private async byQuestion(principal: Principal, query: ReportQuery, joined: RawBuilder<unknown>): Promise<readonly Found[]> {
        const { rows } = await sql<Found>`
            with chosen as (select evaluation.id, evaluation.agent_id, evaluation.form_id, evaluation.form_version_id ${chosenResults(principal, query, joined)}),
                results as (select form_id, count(*) as results from chosen group by 1),
                decisions as (select chosen.form_id, each.question_id, max(chosen.form_version_id::text)::uuid as version, count(distinct chosen.id) as disputed, count(*) as questions, count(each.decision) as decided, count(*) filter (where each.decision = 'overturned') as overturned
                    from chosen join ${disputes} each on each.evaluation_id = chosen.id and each.agent_id = chosen.agent_id group by 1, 2)
            select decisions.form_id as id, decisions.question_id as question, jsonb_path_query_first(version.definition, '$.sections[*].questions[*] ? (@.id == $id).text', jsonb_build_object('id', decisions.question_id)) as name, version.title as form,
                results.results, decisions.disputed, decisions.questions, decisions.decided, decisions.overturned
            from decisions join results using (form_id) join assessment.form_version version on version.id = decisions.version order by decisions.questions desc, decisions.question_id`.execute(this.database.read());
        return rows;
    }
}
