import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { CalibrationRow, CalibrationState } from '../../common/calibration/calibration-contract';
import { type CalibrationAction, nextCalibrationState } from '../../common/calibration/calibration-state';
import { EvaluationService } from '../evaluation/evaluation-service';
import { ableToEvaluate } from '../evaluation/evaluators';
import type { QualityTables } from '../quality-tables';
import { type CalibrationFound, showCalibration, visibleCalibrations } from './calibration-query';

type Caller = Principal & { readonly personId: string };
type Writing = Transaction<CoreTables & QualityTables>;
export interface SessionInput {
    readonly title: string; readonly formId: string; readonly interactionIds: readonly string[]; readonly raterIds: readonly string[];
    readonly expertId: string | null; readonly dueAt: string | null; readonly tolerance: number;
}

/** Calibration sessions up to the moment when their results are read (`CalibrationResults`). */
@injectable()
export class CalibrationService {
    constructor(@inject(Database) private readonly database: Database, @inject(EvaluationService) private readonly evaluations: EvaluationService) { }

    async list(principal: Principal, filter: { readonly after?: string; readonly limit: number; readonly state?: CalibrationState }) {
        let select = visibleCalibrations(this.database.read<QualityTables>(), principal).orderBy('session.id', 'desc').limit(filter.limit + 1);
        if (filter.state) { select = select.where('session.state', '=', filter.state); }
        if (filter.after) { select = select.where('session.id', '<', String(fromCursor(filter.after, 1)[0])); }
        return pageOf(await select.execute(), filter.limit, row => [row.id], showCalibration);
    }

    async find(principal: Principal, id: string): Promise<CalibrationFound> {
        return orNotFound(await visibleCalibrations(this.database.read<QualityTables>(), principal).where('session.id', '=', id).executeTakeFirst());
    }

    /** One session with its calls and panel: who has submitted how many, but no rating while it is open. */
    async get(principal: Caller, id: string) {
        const session = await this.find(principal, id);
        const database = this.database.read<QualityTables>();
        const [panel, interactions] = await Promise.all([
            database.selectFrom('quality.calibration_rater as rater').innerJoin('core.person as person', 'person.id', 'rater.person_id').where('rater.session_id', '=', id).orderBy('person.name')
                .select(['person.id', 'person.name', sql<number>`(select count(*) from quality.evaluation each where each.session_id = rater.session_id and each.evaluator_id = rater.person_id and each.state = 'submitted')`.as('submitted')]).execute(),
            database.selectFrom('quality.calibration_call as call').innerJoin('quality.interaction as interaction', 'interaction.id', 'call.interaction_id').leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id')
                .leftJoin('core.person as agent', 'agent.id', 'interaction.agent_id')
                .leftJoin('quality.evaluation as mine', join => join.onRef('mine.session_id', '=', 'call.session_id').onRef('mine.interaction_id', '=', 'call.interaction_id').on('mine.evaluator_id', '=', principal.personId))
                .where('call.session_id', '=', id).orderBy('call.place')
                .select(['interaction.id', 'interaction.call_id', 'interaction.started_at', sql<number | null>`coalesce(recording.duration_ms, interaction.duration_ms)`.as('duration_ms'), 'agent.name as agent_name', 'mine.id as mine_id', 'mine.state as mine_state']).execute()
        ]);
        return {
            ...showCalibration(session), tolerance: session.tolerance, expertId: session.expert_id,
            panel: panel.map(each => ({ raterId: each.id, name: each.name, expert: each.id === session.expert_id, submitted: each.submitted })),
            interactions: interactions.map(each => ({
                interactionId: each.id, callId: each.call_id, startedAt: each.started_at.toISOString(), durationMs: each.duration_ms, agentName: each.agent_name, myEvaluationId: each.mine_id, mySubmitted: each.mine_state === 'submitted'
            }))
        };
    }

    async create(principal: Caller, input: SessionInput): Promise<CalibrationRow> {
        const formVersionId = orNotFound(await publishedFormFor(this.database.read<QualityTables>(), input.formId, 'interaction'));
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.insertInto('quality.calibration').values({
                id, title: input.title, state: 'draft', form_id: input.formId, form_version_id: formVersionId, expert_id: input.expertId, tolerance: input.tolerance, due_at: input.dueAt ? new Date(input.dueAt) : null, created_by: principal.personId
            }).execute();
            await this.setCalls(transaction, id, input.interactionIds);
            await this.setPanel(transaction, id, input.raterIds, input.expertId);
            await this.refuseOwnCalls(transaction, id);
            await this.record(transaction, log, 'calibration.prepared', id, { calls: input.interactionIds.length, raters: input.raterIds.length });
        });
        return showCalibration(await this.find(principal, id));
    }

    /** Everything can change before a session opens; afterwards only its title, due date and who joins or leaves without having submitted. */
    async change(principal: Caller, input: Partial<SessionInput> & { readonly id: string; readonly version: number }): Promise<CalibrationRow> {
        const session = await this.find(principal, input.id);
        if (session.state !== 'draft' && (session.state !== 'open' || input.formId || input.interactionIds || input.expertId !== undefined || input.tolerance !== undefined)) {
            throw conflict('session-opened');
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const formVersion = input.formId ? orNotFound(await publishedFormFor(transaction, input.formId, 'interaction')) : undefined;
            const changed = await transaction.updateTable('quality.calibration').set(({ eb }) => ({
                version: eb('version', '+', 1), ...(input.title ? { title: input.title } : {}), ...(input.dueAt === undefined ? {} : { due_at: input.dueAt ? new Date(input.dueAt) : null }),
                ...(input.expertId === undefined ? {} : { expert_id: input.expertId }), ...(input.tolerance === undefined ? {} : { tolerance: input.tolerance }), ...(formVersion ? { form_id: input.formId!, form_version_id: formVersion } : {})
            })).where('id', '=', input.id).where('version', '=', input.version).returning('expert_id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile');
            }
            if (input.interactionIds) { await this.setCalls(transaction, input.id, input.interactionIds); }
            if (input.raterIds) { await this.setPanel(transaction, input.id, input.raterIds, changed.expert_id); }
            if (input.interactionIds || input.raterIds) { await this.refuseOwnCalls(transaction, input.id); }
            await this.record(transaction, log, 'calibration.changed', input.id);
        });
        return showCalibration(await this.find(principal, input.id));
    }

    async act(principal: Caller, id: string, version: number, action: CalibrationAction): Promise<CalibrationRow> {
        const session = await this.find(principal, id);
        const next = nextCalibrationState(session.state, action);
        if (!next) {
            throw conflict('wrong-state', { state: session.state });
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const stamp = { open: { opened_at: new Date() }, close: { closed_at: new Date() }, settle: { settled_at: new Date() } }[action];
            const changed = await transaction.updateTable('quality.calibration').set(({ eb }) => ({ state: next, version: eb('version', '+', 1), ...stamp })).where('id', '=', id).where('version', '=', version).where('state', '=', session.state).returning('id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile');
            }
            const raters = await transaction.selectFrom('quality.calibration_rater').select('person_id').where('session_id', '=', id).execute();
            for (const each of raters.filter(rater => action !== 'settle' && rater.person_id !== principal.personId)) {
                log.notify(each.person_id, action === 'open' ? 'calibration.opened' : 'calibration.closed', { title: session.title }, linkTo('quality', 'calibrations', id));
            }
            await this.record(transaction, log, `calibration.${next}`, id);
        });
        return showCalibration(await this.find(principal, id));
    }

    async discard(principal: Caller, id: string): Promise<void> {
        await this.find(principal, id);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (!await transaction.deleteFrom('quality.calibration').where('id', '=', id).where('state', '=', 'draft').returning('id').executeTakeFirst()) {
                throw conflict('session-opened');
            }
            await this.record(transaction, log, 'calibration.discarded', id);
        });
    }

    /** The caller's own blind evaluation of one of the calls, begun where needed. */
    async score(principal: Caller, id: string, interactionId: string): Promise<string> {
        const session = await this.find(principal, id);
        const call = orNotFound(await this.database.read<QualityTables>().selectFrom('quality.calibration_call as call').innerJoin('quality.interaction as interaction', 'interaction.id', 'call.interaction_id')
            .where('call.session_id', '=', id).where('call.interaction_id', '=', interactionId).select(['interaction.agent_id', 'interaction.team_id']).executeTakeFirst());
        const mine = () => this.database.read<QualityTables>().selectFrom('quality.evaluation').select('id').where('session_id', '=', id).where('interaction_id', '=', interactionId).where('evaluator_id', '=', principal.personId).executeTakeFirst();
        return this.evaluations.once(mine, () => {
            if (!session.on_panel) {
                throw conflict('not-on-panel');
            }
            if (session.state !== 'open') {
                throw conflict('session-closed');
            }
            if (call.agent_id === principal.personId) { // the call was given to them after the panel was formed
                throw conflict('own-call');
            }
            return this.evaluations.open(principal, { interactionId, formId: session.form_id, formVersionId: session.form_version_id, agentId: call.agent_id, teamId: call.team_id, sessionId: id });
        });
    }

    private async setCalls(transaction: Writing, id: string, interactionIds: readonly string[]): Promise<void> {
        const known = await transaction.selectFrom('quality.interaction').select('id').where('id', 'in', [...interactionIds]).execute();
        if (known.length !== new Set(interactionIds).size) {
            throw invalid([{ path: 'interactionIds', code: 'unknown-call' }]);
        }
        await transaction.deleteFrom('quality.calibration_call').where('session_id', '=', id).execute();
        await transaction.insertInto('quality.calibration_call').values([...new Set(interactionIds)].map((each, place) => ({ session_id: id, interaction_id: each, place }))).execute();
    }

    /** The panel is the raters and the expert; all of them must be people who may evaluate. */
    private async setPanel(transaction: Writing, id: string, raterIds: readonly string[], expertId: string | null): Promise<void> {
        const panel = [...new Set(expertId ? [...raterIds, expertId] : raterIds)];
        const able = await ableToEvaluate(transaction, panel);
        const unable = panel.filter(each => !able.has(each));
        if (unable.length) {
            throw invalid(unable.map(each => ({ path: 'raterIds', code: 'may-not-evaluate', detail: { person: each } })));
        }
        const kept = await transaction.selectFrom('quality.evaluation').select('evaluator_id').where('session_id', '=', id).distinct().execute();
        if (kept.some(each => !panel.includes(each.evaluator_id))) {
            throw conflict('rater-has-begun');
        }
        await transaction.deleteFrom('quality.calibration_rater').where('session_id', '=', id).execute();
        await transaction.insertInto('quality.calibration_rater').values(panel.map(each => ({ session_id: id, person_id: each }))).execute();
    }

    /** Nobody rates a call in which they are the agent. @throws INVALID `own-call` */
    private async refuseOwnCalls(transaction: Writing, id: string): Promise<void> {
        const own = await transaction.selectFrom('quality.calibration_call as call').innerJoin('quality.interaction as interaction', 'interaction.id', 'call.interaction_id')
            .innerJoin('quality.calibration_rater as rater', join => join.onRef('rater.session_id', '=', 'call.session_id').onRef('rater.person_id', '=', 'interaction.agent_id'))
            .where('call.session_id', '=', id).select(['rater.person_id', 'interaction.id']).execute();
        if (own.length) {
            throw invalid(own.map(each => ({ path: 'raterIds', code: 'own-call', detail: { person: each.person_id, interaction: each.id } })));
        }
    }

    private async record(transaction: Writing, log: ChangeLog, action: string, id: string, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
        log.audit(action, 'calibrations', id, detail);
        const panel = await transaction.selectFrom('quality.calibration_rater').select('person_id').where('session_id', '=', id).execute();
        const creator = await transaction.selectFrom('quality.calibration').select('created_by').where('id', '=', id).executeTakeFirst();
        log.event({ type: 'calibration.changed', entityId: id }, { permission: 'calibration:read', people: [...panel.map(each => each.person_id), ...creator ? [creator.created_by] : []] });
    }
}
