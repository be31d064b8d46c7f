import { inject, injectable } from '@theia/core/shared/inversify';
import { hashOfSecret, newSecret } from '../access/secret';
import { systemPrincipal } from '../api/context';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { Settings } from './settings';
import { StartNotice } from './start-task';

const validMs = 24 * 3_600_000;

/** Where nobody can administer yet, makes a one-time link with which the first administrator sets a password. A new link at each start, until one is used. */
@injectable()
export class FirstAdministrator implements StartNotice {
    constructor(@inject(Database) private readonly database: Database, @inject(Settings) private readonly settings: Settings) { }

    async lines(): Promise<readonly string[]> {
        const token = await this.invite();
        return token ? ['', 'Nobody can administer this installation yet. Set the administrator’s password with this one-time link (valid for 24 hours):', `  ${this.settings.address}/sign-in?token=${token}`] : [];
    }

    /** A one-time secret, or undefined when an active administrator with a password exists. */
    async invite(): Promise<string | undefined> {
        const ready = await this.database.read().selectFrom('core.person').innerJoin('core.person_role', 'person_id', 'core.person.id').innerJoin('core.role', 'core.role.id', 'role_id')
            .where('core.role.code', '=', 'administrator').where('status', '=', 'active').where('password', 'is not', null).select('core.person.id').limit(1).executeTakeFirst();
        if (ready) {
            return undefined;
        }
        const token = newSecret();
        await this.database.write(systemPrincipal('start'), async (transaction, log) => {
            const role = await transaction.selectFrom('core.role').select('id').where('code', '=', 'administrator').executeTakeFirstOrThrow();
            const id = (await transaction.selectFrom('core.person').select('id').where('login', '=', 'admin').executeTakeFirst())?.id ?? newId();
            await transaction.insertInto('core.person').values({ id, name: 'Administrator', login: 'admin', employee_number: null, email: null, pinyin: null, team_id: null, position_id: null, password: null })
                .onConflict(conflict => conflict.column('login').doUpdateSet({ status: 'active' })).execute();
            await transaction.insertInto('core.person_role').values({ person_id: id, role_id: role.id }).onConflict(conflict => conflict.doNothing()).execute();
            await transaction.deleteFrom('core.invitation').where('person_id', '=', id).execute();
            await transaction.insertInto('core.invitation').values({ id: newId(), person_id: id, secret_hash: hashOfSecret(token), expires_at: new Date(Date.now() + validMs) }).execute();
            log.audit('administrator.invited', 'people', id);
        });
        return token;
    }
}
