import { scoreColumns } from '@earshot/assessment/lib/node/filling/filled-form-rows';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type Answers, scoreForm } from '@earshot/forms';
import { maskedNumber } from '@earshot/quality/lib/common/interaction/customer-number';
import type { QualityTables } from '@earshot/quality/lib/node/quality-tables';
import { figuresOf } from '@earshot/quality/lib/node/report/result-figures';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Insertable, Transaction } from 'kysely';
import { type PastContact, pastContacts } from '../common/history/past-contacts';
import { formOf, type PastEvaluation, type PastForm, pastForms, pastQuarter, type PastSession } from '../common/history/past-evaluations';
import { sampleTeams } from '../common/sample-people';
import { addPastCoaching } from './sample-coaching';

type Writing = Transaction<CoreTables & QualityTables>;
type Evaluation = Insertable<QualityTables['quality.evaluation']>;
export interface FormVersion { readonly formId: string; readonly versionId: string }
interface Judged { readonly contact: PastContact; readonly by: string; readonly answers: Answers; readonly at: Date }
interface Rows {
    readonly filled: Insertable<QualityTables['assessment.filled_form']>[]; readonly evaluations: Evaluation[]; readonly figures: Insertable<QualityTables['quality.result_figures']>[];
    readonly feedback: Insertable<QualityTables['quality.feedback']>[]; readonly disputed: Insertable<QualityTables['quality.disputed_question']>[]; readonly answers: Insertable<QualityTables['quality.dispute_answer']>[];
}
/** Rows of one statement: PostgreSQL takes 65,535 values in one. */
const batch = 500;
const dayMs = 86_400_000;
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/**
 * The quarter before the calls with recordings: contacts, evaluations, disputes, calibration sessions and coaching. Services would say that all of it
 * happened today and tell everybody about it; so it is written as it stands at the end, in one transaction, and the audit log says of each that it came with the sample.
 */
@injectable()
export class SampleHistory {
    private people: ReadonlyMap<string, string> = new Map();
    private teams: ReadonlyMap<string, string | null> = new Map();
    private contacts: ReadonlyMap<PastContact, string> = new Map();
    private forms: Readonly<Partial<Record<PastForm, FormVersion>>> = {};

    constructor(@inject(Database) private readonly database: Database) { }

    /** @param people ids by sign-in name. @param formIds of the forms by which was scored. */
    async add(people: ReadonlyMap<string, string>, formIds: Readonly<Record<PastForm, string>>): Promise<void> {
        const reading = this.database.read<QualityTables>();
        this.people = people;
        this.teams = new Map((await reading.selectFrom('core.person').select(['id', 'team_id']).execute()).map(each => [each.id, each.team_id]));
        const version = async (formId: string): Promise<FormVersion> => ({ formId, versionId: (await reading.selectFrom('assessment.form_version').select('id').where('form_id', '=', formId).where('state', '=', 'published').executeTakeFirstOrThrow()).id });
        this.forms = { general: await version(formIds.general), written: await version(formIds.written) };
        const contacts = pastContacts(new Date());
        this.contacts = new Map(contacts.map(each => [each, newId()]));
        const { evaluations, sessions } = pastQuarter(contacts);
        await this.database.write<void, QualityTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            await this.addContacts(transaction, log);
            const rows: Rows = { filled: [], evaluations: [], figures: [], feedback: [], disputed: [], answers: [] };
            for (const each of sessions) {
                await this.addSession(transaction, log, each, rows);
            }
            evaluations.forEach(each => this.judged(each, rows));
            await this.save(transaction, log, rows);
            await addPastCoaching(transaction, log, people, this.teams, formIds.written);
        });
    }

    private async addContacts(transaction: Writing, log: ChangeLog): Promise<void> {
        const all = [...this.contacts];
        await inBatches(all, some => transaction.insertInto('quality.interaction').values(some.map(([each, id]) => {
            const agent = this.agentOf(each);
            return {
                id, call_id: each.id, started_at: each.startedAt, agent_id: agent, team_id: this.teams.get(agent)!, queue: each.queue, direction: 'inbound' as const, tags: [...each.tags], customer_masked: each.customer && maskedNumber(each.customer),
                recording_id: null, duration_ms: each.durationMs, imported_at: later(each.startedAt, 1), imported_by: this.people.get(each.by ?? 'lena')!, channel: each.channel, occasion: each.occasion, scenario: null
            };
        })).execute());
        await inBatches(all.flatMap(([each, id]) => each.customer ? [{ interaction_id: id, number: each.customer }] : []), some => transaction.insertInto('quality.customer_number').values(some).execute());
        await inBatches(all.flatMap(([each, id]) => each.messages.map(([at, author, text]) => ({ interaction_id: id, at_ms: at, author, name: null, text }))), some => transaction.insertInto('quality.message').values(some).execute());
        all.forEach(([, id]) => log.audit('sample.added', 'interactions', id));
    }

    private async addSession(transaction: Writing, log: ChangeLog, { title, closedAt, contacts, ratings }: PastSession, rows: Rows): Promise<void> {
        const id = newId();
        const { formId, versionId } = this.forms[formOf(contacts[0]!)]!;
        await transaction.insertInto('quality.calibration').values({
            id, title, state: 'settled', form_id: formId, form_version_id: versionId, expert_id: this.people.get('lena')!, tolerance: 5, due_at: closedAt, created_by: this.people.get('lena')!,
            created_at: later(closedAt, -9), opened_at: later(closedAt, -8), closed_at: closedAt, settled_at: later(closedAt, 1)
        }).execute();
        await transaction.insertInto('quality.calibration_call').values(contacts.map((each, place) => ({ session_id: id, interaction_id: this.contacts.get(each)!, place }))).execute();
        await transaction.insertInto('quality.calibration_rater').values([...new Set(ratings.map(each => each.by))].map(each => ({ session_id: id, person_id: this.people.get(each)! }))).execute();
        ratings.forEach(each => this.evaluation({ ...each, at: later(closedAt, -2) }, rows, { purpose: 'calibration', session_id: id }));
        log.audit('sample.added', 'calibrations', id);
    }

    /** A result with what its agent said about it. What was overturned counts as it was corrected. */
    private judged({ contact, by, submittedAt, answers, dispute }: PastEvaluation, rows: Rows): void {
        const first = { contact, by, answers, at: submittedAt };
        const common = { released_by: null, due_at: null, comment: null, version: 2 };
        if (!dispute) {
            const id = this.evaluation(first, rows, { released_at: submittedAt });
            rows.feedback.push({ ...common, evaluation_id: id, state: 'acknowledged', acknowledged_at: later(submittedAt, 1), first_answered_by: null });
            return;
        }
        const { question, reason, answer, corrected, escalation } = dispute;
        const [leader, lead] = [this.people.get(sampleTeams[contact.agent.team].leader)!, this.people.get('lena')!];
        const earlier = this.evaluation(first, rows, { released_at: submittedAt, ...corrected ? { state: 'superseded', changed_at: later(submittedAt, 3) } : {} });
        const id = corrected ? this.evaluation({ ...first, answers: { ...answers, [question]: corrected } }, rows, { released_at: later(submittedAt, 3), changed_at: later(submittedAt, 3), revision: 2, revises: earlier, reason: answer, approved_by: leader }) : earlier;
        rows.feedback.push({ ...common, evaluation_id: id, state: 'settled', acknowledged_at: null, disputed_at: later(submittedAt, 1), settled_at: later(submittedAt, escalation ? 6 : 4), first_answered_by: leader, version: 4 });
        rows.disputed.push({ evaluation_id: id, question_id: question, agent_id: this.agentOf(contact), place: 0, reason, evidence: '[]', escalation_reason: escalation ?? null });
        const said = (level: number, by: string, days: number) => ({ evaluation_id: id, question_id: question, level, decision: corrected ? 'overturned' as const : 'upheld' as const, reason: answer, answered_by: by, answered_at: later(submittedAt, days) });
        rows.answers.push(said(1, leader, 3), ...escalation ? [said(2, lead, 6)] : []);
    }

    private evaluation({ contact, by, answers, at }: Judged, rows: Rows, more: Partial<Evaluation>): string {
        const [id, filledId, agent, evaluator] = [newId(), newId(), this.agentOf(contact), this.people.get(by)!];
        const form = formOf(contact);
        const { formId, versionId } = this.forms[form]!;
        const score = scoreForm(pastForms[form], answers);
        const { score: traced, ...figures } = scoreColumns(score);
        const interaction = this.contacts.get(contact)!;
        rows.filled.push({ id: filledId, form_version_id: versionId, subject: linkTo('quality', 'interactions', interaction), author_id: evaluator, state: 'submitted', answers: JSON.stringify(answers), evidence: '[]', score: traced, ...figures, created_at: at, changed_at: at, submitted_at: at });
        rows.evaluations.push({
            id, interaction_id: interaction, filled_form_id: filledId, form_id: formId, form_version_id: versionId, evaluator_id: evaluator, agent_id: agent, team_id: this.teams.get(agent)!, state: 'submitted', purpose: 'monitoring', session_id: null,
            revision: 1, revises: null, reason: null, listened: '[]', ...figures, created_at: at, changed_at: at, submitted_at: at, approved_by: null, released_at: null, ...more
        });
        rows.figures.push(figuresOf({ evaluationId: id, definition: pastForms[form], score }));
        return id;
    }

    private async save(transaction: Writing, log: ChangeLog, { filled, evaluations, figures, feedback, disputed, answers }: Rows): Promise<void> {
        await inBatches(filled, some => transaction.insertInto('assessment.filled_form').values(some).execute());
        await inBatches(evaluations, some => transaction.insertInto('quality.evaluation').values(some).execute());
        await inBatches(figures, some => transaction.insertInto('quality.result_figures').values(some).execute());
        await inBatches(feedback, some => transaction.insertInto('quality.feedback').values(some).execute());
        await inBatches(disputed, some => transaction.insertInto('quality.disputed_question').values(some).execute());
        await inBatches(answers, some => transaction.insertInto('quality.dispute_answer').values(some).execute());
        evaluations.forEach(each => log.audit('sample.added', 'evaluations', each.id));
    }

    private agentOf(contact: PastContact): string {
        return this.people.get(`agent${contact.agent.number}`)!;
    }
}

async function inBatches<T>(all: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
    for (let from = 0; from < all.length; from += batch) {
        await insert(all.slice(from, from + batch));
    }
}
