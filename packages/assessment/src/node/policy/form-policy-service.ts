import type { Principal } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { FormPolicy } from '../../common/assessment-contract';

const key = 'assessment.other-publisher';

/** Whether somebody else must publish a form than who wrote it. Within a transaction for who is about to publish. */
export const otherPublisherDemanded = async (database: Kysely<CoreTables>): Promise<boolean> =>
    (await database.selectFrom('core.setting').select('value').where('key', '=', key).executeTakeFirst())?.value === true;

/** What the centre demands of those who make forms. */
@injectable()
export class FormPolicyService {
    constructor(@inject(Database) private readonly database: Database) { }

    async get(): Promise<FormPolicy> {
        return { otherPublisher: await otherPublisherDemanded(this.database.read()) };
    }

    async set(principal: Principal, { otherPublisher }: FormPolicy): Promise<FormPolicy> {
        await this.database.write(principal, async (transaction, log) => {
            const value = JSON.stringify(otherPublisher);
            await transaction.insertInto('core.setting').values({ key, value }).onConflict(known => known.column('key').doUpdateSet({ value })).execute();
            log.audit('form.policy-changed', 'settings', key, { otherPublisher });
            log.event({ type: 'form.changed', entityId: key }, { permission: 'form:read' });
        });
        return { otherPublisher };
    }
}
