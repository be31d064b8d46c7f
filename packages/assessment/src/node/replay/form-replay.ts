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

/** The latest submitted forms that are looked at; a mean of these is as good as one of all. */
export const mostReplayed = 2000;
/** Forms scored before others get their turn: some 20 ms. */
const slice = 50;

interface Version { readonly id: string; readonly number: number; readonly definition: FormDefinition }
interface Submitted { readonly id: string; readonly form_version_id: string; readonly submitted_at: Date }
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
        const submitted = await this.submitted(versions);
        const counted = await this.counted(principal, submitted.map(({ id }) => id));
        const past = submitted.filter(({ id }) => counted.has(id));
        const replayed = await this.score(past, versions, target);
        const texts = new Map([...versions.map(each => each.definition), target].flatMap(allQuestions).map(({ question }) => [question.id, question.text]));
        return {
            taken: past.length, more: submitted.length === mostReplayed, figures: plain(replayFigures(replayed)), gaps: replayGaps(replayed).map(each => ({ ...each, text: texts.get(each.question) ?? {} })),
            series: seriesOf(replayed), breaks: breaksOf([...versions.filter(each => each.number !== number), { number, definition: target }].sort((one, other) => one.number - other.number), this.kinds)
        };
    }

    /** The latest of each version first, then the latest of all: each by its index. */
    private async submitted(versions: readonly Version[]): Promise<readonly Submitted[]> {
        const found = await sql<Submitted>`select filled.id, filled.form_version_id, filled.submitted_at from unnest(${versions.map(({ id }) => id)}::uuid[]) as version (id)
            cross join lateral (select id, form_version_id, submitted_at from assessment.filled_form where form_version_id = version.id and state = 'submitted' order by submitted_at desc limit ${mostReplayed}) as filled
            order by filled.submitted_at desc limit ${mostReplayed}`.execute(this.database.read<AssessmentTables>());
        return found.rows;
    }

    private async counted(principal: Principal, ids: readonly string[]): Promise<ReadonlySet<string>> {
        const claimed = ids.length ? await Promise.all(this.sources.getContributions().map(each => each.counted(principal, ids))) : [];
        return new Set(claimed.flatMap(each => [...each]));
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
