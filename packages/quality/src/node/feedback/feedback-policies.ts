import { requireFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { WorkCalendar } from '../../common/feedback/business-days';
import { type FeedbackPolicy, usualPolicy } from '../../common/feedback/feedback-policy';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';

/** For the audit log: what all of these are about. */
const house = 'centre';

/** How results are released and disputed, and which days are worked. */
@injectable()
export class FeedbackPolicies {
    constructor(@inject(Database) private readonly database: Database) { }

    /** The policy of a form: its own, else the centre's, else the usual one. */
    async of(database: Pick<Kysely<QualityTables>, 'selectFrom'>, formId: string): Promise<FeedbackPolicy> {
        return (await this.every(database))(formId);
    }

    /** The policies of all forms, read at once. */
    async every(database: Pick<Kysely<QualityTables>, 'selectFrom'>): Promise<(formId: string) => FeedbackPolicy> {
        const rows = await database.selectFrom('quality.feedback_policy').selectAll().execute();
        const policies = new Map(rows.map(each => [each.form_id, each.policy]));
        return formId => ({ ...usualPolicy, ...policies.get(formId) ?? policies.get(null) });
    }

    /** Days as they are worked where the server is. */
    async calendar(database: Pick<Kysely<QualityTables>, 'selectFrom'>): Promise<WorkCalendar> {
        const [week, days] = await Promise.all([database.selectFrom('quality.work_week').select('weekday').execute(), database.selectFrom('quality.calendar_day').select(['day', 'worked']).execute()]);
        return { weekdays: week.map(each => each.weekday), exceptions: new Map(days.map(each => [each.day, each.worked])), zone: houseZone() };
    }

    /** The centre's policy first, then those of forms that differ. */
    async list() {
        const rows = await this.database.read<QualityTables>().selectFrom('quality.feedback_policy as policy')
            .leftJoin('assessment.form_version as form', join => join.onRef('form.form_id', '=', 'policy.form_id').on('form.state', '=', 'published'))
            .select(['policy.form_id', 'policy.policy', 'form.title']).orderBy('policy.form_id').execute();
        const centre = rows.find(each => each.form_id === null);
        return [
            { formId: null, formTitle: null, policy: plain({ ...usualPolicy, ...centre?.policy }) },
            ...rows.filter(each => each.form_id !== null).map(each => ({ formId: each.form_id, formTitle: each.title, policy: plain({ ...usualPolicy, ...each.policy }) }))
        ];
    }

    /** For results that are submitted, and steps that are taken, from now on. */
    async set(principal: Principal, formId: string | null, policy: FeedbackPolicy): Promise<void> {
        if (policy.release === 'at-times' && !policy.releaseTimes.weekdays.length) {
            throw invalid([{ path: 'policy.releaseTimes.weekdays', code: 'no-release-day' }]);
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (formId) {
                await requireFormFor(transaction, formId, 'interaction');
            }
            await transaction.insertInto('quality.feedback_policy').values({ form_id: formId, policy: JSON.stringify(policy) }).onConflict(clash => clash.column('form_id').doUpdateSet({ policy: JSON.stringify(policy) })).execute();
            log.audit('feedback-policy.changed', 'feedback-policies', formId ?? house, { ...policy });
            log.event({ type: 'feedback-policy.changed', entityId: formId ?? house }, { permission: 'feedback:administer' });
        });
    }

    async drop(principal: Principal, formId: string): Promise<void> {
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.deleteFrom('quality.feedback_policy').where('form_id', '=', formId).returning('form_id').executeTakeFirst());
            log.audit('feedback-policy.dropped', 'feedback-policies', formId);
            log.event({ type: 'feedback-policy.changed', entityId: formId }, { permission: 'feedback:administer' });
        });
    }

    async days() {
        const database = this.database.read<QualityTables>();
        const [week, days] = await Promise.all([database.selectFrom('quality.work_week').select('weekday').orderBy('weekday').execute(), database.selectFrom('quality.calendar_day').selectAll().orderBy('day').execute()]);
        return { weekdays: week.map(each => each.weekday), days };
    }

    async setDays(principal: Principal, { weekdays, days }: { readonly weekdays: readonly number[]; readonly days: readonly { readonly day: string; readonly worked: boolean; readonly name: string }[] }): Promise<void> {
        const twice = days.findIndex(({ day }, place) => days.some((other, before) => before < place && other.day === day));
        if (twice >= 0) {
            throw invalid([{ path: `days.${twice}.day`, code: 'day-twice' }]);
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await transaction.deleteFrom('quality.work_week').execute();
            await transaction.insertInto('quality.work_week').values([...new Set(weekdays)].map(weekday => ({ weekday }))).execute();
            await transaction.deleteFrom('quality.calendar_day').execute();
            if (days.length) {
                await transaction.insertInto('quality.calendar_day').values([...days]).execute();
            }
            log.audit('work-calendar.changed', 'work-calendar', house, { weekdays: [...weekdays], days: days.length });
            log.event({ type: 'feedback-policy.changed', entityId: house }, { permission: 'feedback:administer' });
        });
    }
}

/** As the contract shows it: with arrays of its own. */
const plain = (policy: FeedbackPolicy) => ({ ...policy, releaseTimes: { ...policy.releaseTimes, weekdays: [...policy.releaseTimes.weekdays] } });
