import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction, UpdateObject } from 'kysely';
import { type CoachingAction, coachingTransition } from '../../common/coaching/coaching-state';
import type { QualityTables } from '../quality-tables';
import { actorsOfPlan, type CoachingFound } from './coaching-query';
import { CoachingReader } from './coaching-reader';

export type Writing = Transaction<CoreTables & QualityTables>;
type PlanUpdate = UpdateObject<QualityTables, 'quality.coaching_plan'>;
export interface CoachingChange {
    readonly transaction: Writing;
    readonly log: ChangeLog;
    readonly row: CoachingFound;
    readonly now: Date;
    /** Goes to the next state. */
    advance(action: CoachingAction, more?: PlanUpdate): Promise<void>;
    /** Tells the agent, or the coach where the agent acts. */
    notifyOther(kind: string): void;
}

/** One step on a plan's way: checked by the table of transitions, taken once by whoever saw the present state. */
@injectable()
export class CoachingStepper {
    constructor(@inject(Database) private readonly database: Database, @inject(CoachingReader) private readonly reader: CoachingReader) { }

    /** @throws NOT_FOUND outside the caller's reach; CONFLICT `wrong-state`, `changed-meanwhile`; FORBIDDEN for somebody whose step it is not */
    async take(principal: Principal & { readonly personId: string }, input: { readonly id: string; readonly version: number }, action: CoachingAction, change: (step: CoachingChange) => Promise<void>): Promise<void> {
        const row = await this.reader.find(principal, input.id);
        const actors = actorsOfPlan(principal, row);
        const allowed = (taken: CoachingAction): void => {
            const transition = coachingTransition(row.state, taken);
            if (!transition) {
                throw conflict('wrong-state', { state: row.state });
            }
            if (!transition.who.some(each => actors.includes(each))) {
                throw forbidden(transition.who.includes('coach') ? 'coaching:write' : 'coaching:respond');
            }
        };
        allowed(action === 'tick' && row.state === 'reported' ? 'resume' : action);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const held = await transaction.selectFrom('quality.coaching_plan').select(['version', 'state']).where('id', '=', input.id).forUpdate().executeTakeFirst();
            if (held?.version !== input.version || held.state !== row.state) {
                throw conflict('changed-meanwhile');
            }
            const now = new Date();
            await change({
                transaction, log, row, now,
                advance: async (taken, more = {}) => {
                    allowed(taken);
                    await transaction.updateTable('quality.coaching_plan').set(({ eb }) => ({ state: coachingTransition(row.state, taken)!.next, changed_at: now, version: eb('version', '+', 1), ...more })).where('id', '=', input.id).execute();
                },
                notifyOther: kind => {
                    const other = principal.personId === row.agent_id ? row.coach_id : row.agent_id;
                    log.notify(other, kind, { title: row.title, agent: row.agent_name, by: principal.name }, linkTo('quality', 'coaching', row.id));
                }
            });
            tellOfPlan(log, row);
        });
    }
}

/** Tells the browsers of agent and coach, and of everybody who may see the plan. */
export const tellOfPlan = (log: ChangeLog, row: Pick<CoachingFound, 'id' | 'agent_id' | 'team_id' | 'coach_id'>): void =>
    log.event({ type: 'coaching.changed', entityId: row.id }, { permission: 'coaching:read', ownerId: row.agent_id, teamId: row.team_id, people: [row.coach_id] });
