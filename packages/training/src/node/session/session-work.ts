import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import type { EntityType, Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { attended } from '../../common/session/attendance';
import { feedbackUntil } from '../../common/session/session-feedback';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { SessionFeedbackService } from './feedback-service';
import { ownLink, tellOfSession } from './session-change';
import { visibleSessions } from './session-query';

const longestList = 50;
const dayMs = 86_400_000;
/** Sessions stand on Home of who is invited so many days ahead. */
const daysAhead = 14;

/** Where to go, what to say of it, and for trainers, whose attendance is still to be noted. */
@injectable()
export class SessionWork implements WorkItemSource {
    readonly name = 'training-sessions';

    constructor(@inject(Database) private readonly database: Database, @inject(SessionFeedbackService) private readonly feedback: SessionFeedbackService) { }

    async items(principal: Person, now = new Date()): Promise<WorkItem[]> {
        const may = (permission: string): boolean => principal.permissions.has(permission);
        return (await Promise.all([may('training-session:attend') ? this.own(principal, now) : [], may('training-session:hold') && may('training-plan:read') ? this.toClose(principal, now) : []])).flat();
    }

    private async own(principal: Person, now: Date): Promise<WorkItem[]> {
        return (await this.feedback.own(principal)).flatMap((each): WorkItem[] => {
            const common = { title: each.title, link: ownLink(each.id), detail: { startsAt: each.starts_at.toISOString(), place: each.place || each.online_link } };
            if (each.state === 'planned' && each.ends_at > now && each.starts_at.getTime() < now.getTime() + daysAhead * dayMs) {
                return [{ ...common, kind: 'training-session.attend', dueAt: each.starts_at.toISOString(), since: each.invited_at.toISOString() }];
            }
            const until = each.state === 'held' && each.held_at && each.form_version_id && attended(each.mark) && each.feedback_version === null ? feedbackUntil(each.held_at) : null;
            return until && now < until ? [{ ...common, kind: 'training-session.feedback', dueAt: until.toISOString(), since: each.held_at!.toISOString() }] : [];
        });
    }

    /** Of others who hold sessions, too, nobody is reminded here. */
    private async toClose(principal: Person, now: Date): Promise<WorkItem[]> {
        const begun = await visibleSessions(this.database.read<TrainingTables>(), principal).where('session.trainer_id', '=', principal.personId).where('session.state', '=', 'planned').where('session.starts_at', '<=', now).orderBy('session.starts_at').limit(longestList).execute();
        return begun.map(each => ({
            kind: 'training-session.close', title: each.course_title, detail: { startsAt: each.starts_at.toISOString(), open: each.counts.open }, link: linkTo('training', 'sessions', each.id), dueAt: new Date(each.ends_at.getTime() + dayMs).toISOString(), since: each.starts_at.toISOString()
        }));
    }
}

/** Sessions, by whoever sees the plan. */
@injectable()
export class SessionType implements EntityType {
    readonly package = 'training';
    readonly type = 'sessions';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('training-plan:read') ? await visibleSessions(this.database.read<TrainingTables>(), principal).where('session.id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'training-session', id, title: found.course_title, subtitle: found.trainer_name, link: linkTo('training', 'sessions', id) };
    }
}

/** Courses, by whoever sees the plan. */
@injectable()
export class CourseType implements EntityType {
    readonly package = 'training';
    readonly type = 'courses';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('training-plan:read') ? await this.database.read<TrainingTables>().selectFrom('training.course').select('title').where('id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'course', id, title: found.title, subtitle: '', link: linkTo('training', 'courses', id) };
    }
}

/** Whoever leaves hands over the sessions that they would have held. */
@injectable()
export class SessionHandOver implements HandOverContribution {
    readonly kind = 'training-session';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read<TrainingTables>().selectFrom('training.course_session').select(({ fn }) => fn.countAll<number>().as('count')).where('trainer_id', '=', personId).where('state', '=', 'planned').executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as TrainingTransaction;
        const sessions = await own.updateTable('training.course_session').set(({ eb }) => ({ trainer_id: toId, version: eb('version', '+', 1) })).where('trainer_id', '=', fromId).where('state', '=', 'planned').returning('id').execute();
        for (const { id } of sessions) {
            log.audit('training-session.handed-over', 'sessions', id, { from: fromId, to: toId });
            tellOfSession(log, { id, trainer_id: toId });
        }
    }
}
