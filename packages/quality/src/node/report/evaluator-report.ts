import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { canBeSaid, leniency, type ScoredGroup } from '../../common/report/leniency';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, intervalCells, type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';

const columns: ReportColumns = {
    id: 'id', name: 'text', n: 'count', minutes: 'minutes', mean: 'percent', leniency: 'signed', leniencyLow: 'signed', leniencyHigh: 'signed', compared: 'count',
    notApplicableShare: 'share', ratings: 'count', listenedShare: 'share', lastCalibrated: 'moment'
};
interface Sums {
    readonly evaluator: string; readonly form: string; readonly n: number; readonly scored: number; readonly mean: number | null; readonly variance: number | null; readonly minutes: number; readonly rated: number; readonly omitted: number; readonly listened: number; readonly recorded: number;
}

/** What evaluators do: how much, how mild or strict compared with the others, how often "not applicable", how much they listen to. */
@injectable()
export class EvaluatorReport implements ReportDefinition {
    readonly id = 'evaluators';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        // Whoever is compared with the others is compared with all of them: the one evaluator asked for is picked afterwards.
        const { rows } = await sql<Sums>`select evaluation.evaluator_id as evaluator, evaluation.form_id as form, count(*) as n, count(evaluation.percent) as scored, avg(evaluation.percent) as mean, var_samp(evaluation.percent) as variance,
            coalesce(sum(recording.duration_ms), 0) / 60000.0::float8 as minutes, sum(figures.rated) as rated, sum(figures.not_applicable) as omitted, coalesce(sum(evaluation.listened_share) filter (where recording.id is not null), 0)::float8 as listened, count(recording.id) as recorded
            ${chosenResults(principal, { ...query, evaluatorId: undefined }, recorded)} group by 1, 2`.execute(this.database.read());
        const groups = rows.flatMap((each): ScoredGroup[] => each.mean === null ? [] : [{ evaluatorId: each.evaluator, formId: each.form, n: each.scored, mean: each.mean, variance: each.variance }]);
        const names = await this.people([...new Set(rows.map(each => each.evaluator))].filter(each => !query.evaluatorId || each === query.evaluatorId));
        const sum = (of: readonly Sums[], what: 'n' | 'scored' | 'minutes' | 'rated' | 'omitted' | 'listened' | 'recorded'): number => of.reduce((total, each) => total + each[what], 0);
        const shown = rows.filter(each => names.some(one => one.id === each.evaluator));
        return reportOf(this.id, columns, names.map(({ id, name, calibrated }) => {
            const own = rows.filter(each => each.evaluator === id);
            const found = leniency(id, groups);
            const { value, interval } = canBeSaid(found) ? found : { value: null, interval: null };
            const scored = sum(own, 'scored');
            return {
                id, name, n: sum(own, 'n'), minutes: sum(own, 'minutes'), mean: scored ? own.reduce((total, each) => total + (each.mean ?? 0) * each.scored, 0) / scored : null, leniency: value, ...intervalCells('leniency', interval),
                compared: found.n, notApplicableShare: shareOf(sum(own, 'omitted'), sum(own, 'rated')), ratings: sum(own, 'rated'), listenedShare: shareOf(sum(own, 'listened'), sum(own, 'recorded')), lastCalibrated: calibrated?.toISOString() ?? null
            };
        }), [
            figureOf('evaluators', 'count', sum(shown, 'n'), names.length), figureOf('evaluations', 'count', sum(shown, 'n'), sum(shown, 'n')), figureOf('hours', 'number', sum(shown, 'n'), sum(shown, 'minutes') / 60),
            figureOf('notApplicableShare', 'share', sum(shown, 'rated'), shareOf(sum(shown, 'omitted'), sum(shown, 'rated'))), figureOf('listenedShare', 'share', sum(shown, 'recorded'), shareOf(sum(shown, 'listened'), sum(shown, 'recorded')))
        ]);
    }

    /** With when each last took part in a calibration session that has closed. */
    private async people(ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string; readonly calibrated: Date | null }[]> {
        const { rows } = await sql<{ id: string; name: string; calibrated: Date | null }>`
            select person.id, person.name, (select max(session.closed_at) from quality.evaluation each join quality.calibration session on session.id = each.session_id where each.evaluator_id = person.id and each.state = 'submitted') as calibrated
            from core.person person where person.id = any(${[...ids]}::uuid[]) order by person.name, person.id`.execute(this.database.read());
        return rows;
    }
}

/** The recordings of what was evaluated; a chat has none. */
const recorded = sql`join quality.interaction interaction on interaction.id = evaluation.interaction_id left join media.recording recording on recording.id = interaction.recording_id`;

const shareOf = (part: number, whole: number): number | null => whole ? part / whole : null;
