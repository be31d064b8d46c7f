import { type FormDefinition, type PastEvaluation, type ReplayedEvaluation, allQuestions, compareForms, replay, replayFigures, replayGaps } from '@earshot/forms';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { FormReplayResult } from '../../common/assessment-contract';
import { FormKinds } from '../../common/form/form-kinds';
import type { AssessmentTables } from '../assessment-tables';
import { formReach } from '../form/form-reach';
import { wholeVersion } from '../form/form-versions';
import { PastForms } from './past-forms';

/** About how many submitted forms are looked at; a mean of these is as good as one of all. Every version has its part in every month, and no smaller one than this. */
export const mostReplayed = 2000;
const fewestOfMonth = 20;
/** Forms scored before others get their turn: some 20 ms. */
const slice = 50;

interface Version { readonly id: string; readonly number: number; readonly definition: FormDefinition }
interface Submitted { readonly id: string; readonly form_version_id: string; readonly submitted_at: Date; readonly all: number; readonly most: number }
interface Replayed extends ReplayedEvaluation { readonly month: string; readonly number: number }

/** Scores past evaluations of a form on one of its versions, so that a change can be judged before it is published. */
@injectable()
export class FormReplay {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(FormKinds) private readonly kinds: FormKinds,
        @inject(ContributionProvider) @named(PastForms) private readonly sources: Pick<ContributionProvider<PastForms>, 'getContributions'>
    ) { }

    /** @throws NOT_FOUND */
    async replay(principal: Principal, versionId: string): Promise<FormReplayResult> {
        const database = this.database.read<AssessmentTables>();
        const { formId, number, definition } = await wholeVersion(database, versionId, formReach(principal));
        const target = definition as unknown as FormDefinition;
        const versions = await database.selectFrom('assessment.form_version').select(['id', 'number', 'definition']).where('form_id', '=', formId).where('published_at', 'is not', null).orderBy('number').execute();
        const past = await this.submitted(principal, versions);
        const replayed = await this.score(past, versions, target);
        const texts = new Map([...versions.map(each => each.definition), target].flatMap(allQuestions).map(({ question }) => [question.id, question.text]));
        return {
            taken: past.length, all: past[0]?.all ?? 0, most: past[0]?.most ?? 0, figures: plain(replayFigures(replayed)), gaps: replayGaps(replayed).map(each => ({ ...each, text: texts.get(each.question) ?? {} })),
            series: seriesOf(replayed), breaks: breaksOf([...versions.filter(each => each.number !== number), { number, definition: target }].sort((one, other) => one.number - other.number), this.kinds)
        };
    }

    /** Of each version and month as many, spread evenly over it: so a trend goes back as far as there are results, however many the last days have. */
    private async submitted(principal: Principal, versions: readonly Version[]): Promise<readonly Submitted[]> {
        const counting = this.sources.getContributions().flatMap(each => each.counting(principal) ?? []);
        if (counting.length === 0) {
            return [];
        }
        const found = await sql<Submitted>`with counted as materialized (
                select id, form_version_id, submitted_at, date_trunc('month', submitted_at at time zone 'UTC') as month from assessment.filled_form
                where form_version_id = any(${versions.map(({ id }) => id)}::uuid[]) and state = 'submitted' and (${sql.join(counting.map(each => sql`id in (${each})`), sql` or `)})),
            quota as (select greatest(${sql.lit(fewestOfMonth)}, ${sql.lit(mostReplayed)} / greatest(1, count(*))) as most from (select distinct form_version_id, month from counted) part),
            placed as (select *, row_number() over (partition by form_version_id, month order by submitted_at, id) as place, count(*) over (partition by form_version_id, month) as size, count(*) over () as "all" from counted)
            select id, form_version_id, submitted_at, "all", most from placed, quota where place * most / size > (place - 1) * most / size order by submitted_at desc, id`.execute(this.database.read<AssessmentTables>());
        return found.rows;
    }

    private async score(past: readonly Submitted[], versions: readonly Version[], target: FormDefinition): Promise<readonly Replayed[]> {
        const byId = new Map(versions.map(each => [each.id, each]));
        const replayed: Replayed[] = [];
        for (let from = 0; from < past.length; from += slice) {
            const part = past.slice(from, from + slice);
            const rows = await this.database.read<AssessmentTables>().selectFrom('assessment.filled_form').select(['id', 'answers', 'percent', sql<boolean | null>`(score->>'passed')::boolean`.as('passed')])
                .where('id', 'in', part.map(({ id }) => id)).execute();
            const contents = new Map(rows.map(row => [row.id, row]));
            const evaluations = part.flatMap(({ id, form_version_id: version }): PastEvaluation[] => {
                const row = contents.get(id);
                return row ? [{ id, form: byId.get(version)!.definition, answers: row.answers, percent: row.percent, passed: row.passed }] : [];
            });
            const about = new Map(part.map(each => [each.id, { month: each.submitted_at.toISOString().slice(0, 7), number: byId.get(each.form_version_id)!.number }]));
            replayed.push(...replay(evaluations, target, this.kinds).map(each => ({ ...each, ...about.get(each.id)! })));
            await new Promise(resolve => { setImmediate(resolve); });
        }
        return replayed;
    }
}

const plain = (figures: ReturnType<typeof replayFigures>): FormReplayResult['figures'] =>
    ({ ...figures, bandsBefore: [...figures.bandsBefore], bandsAfter: [...figures.bandsAfter] });

/** Means by month and version. */
function seriesOf(replayed: readonly Replayed[]): FormReplayResult['series'] {
    const groups = new Map<string, Replayed[]>();
    for (const each of replayed) {
        const key = `${each.month}/${String(each.number).padStart(6, '0')}`;
        const group = groups.get(key);
        if (group) {
            group.push(each);
        } else {
            groups.set(key, [each]);
        }
    }
    return [...groups].sort(([one], [other]) => one < other ? -1 : 1).map(([, group]) => {
        const { n, meanBefore, meanAfter } = replayFigures(group);
        return { month: group[0]!.month, number: group[0]!.number, n, meanBefore, meanAfter };
    });
}

const breaksOf = (versions: readonly { readonly number: number; readonly definition: FormDefinition }[], kinds: FormKinds): number[] =>
    versions.flatMap(({ number, definition }, place) => place > 0 && !compareForms(versions[place - 1]!.definition, definition, kinds).scoreComparable ? [number] : []);
