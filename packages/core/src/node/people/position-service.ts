import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { Position } from '../../common/people/people-contract';
import { conflict, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { namingWhatIsTaken } from './taken';

const taken = { position_code_key: 'position-code-taken' };

/** What people are employed as: `CSR10`, `QAO30`. Certification requirements hang on positions. */
@injectable()
export class PositionService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(): Promise<Position[]> {
        return positionRows(this.database.read()).orderBy('position.code').execute();
    }

    find(id: string): Promise<Position | undefined> {
        return positionRows(this.database.read()).where('position.id', '=', id).executeTakeFirst();
    }

    async add(principal: Principal, { code, name }: { readonly code: string; readonly name: string }): Promise<Position> {
        return namingWhatIsTaken(taken, () => this.database.write(principal, async (transaction, log) => {
            const id = newId();
            await transaction.insertInto('core.position').values({ id, code, name }).execute();
            log.audit('position.added', 'positions', id, { code });
            return told(transaction, log, id);
        }));
    }

    async change(principal: Principal, { id, version, ...change }: { readonly id: string; readonly version: number; readonly code?: string; readonly name?: string }): Promise<Position> {
        return namingWhatIsTaken(taken, () => this.database.write(principal, async (transaction, log) => {
            const before = orNotFound(await transaction.selectFrom('core.position').select('version').where('id', '=', id).forUpdate().executeTakeFirst());
            if (before.version !== version) {
                throw conflict('changed-meanwhile', { version: before.version });
            }
            await transaction.updateTable('core.position').set(({ eb }) => ({ ...change, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            log.audit('position.changed', 'positions', id, { fields: Object.keys(change) });
            return told(transaction, log, id);
        }));
    }

    /** Only a position that nobody holds, deactivated people included. */
    async remove(principal: Principal, id: string): Promise<void> {
        await this.database.write(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('core.position').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            const { people } = await transaction.selectFrom('core.person').select(({ fn }) => fn.countAll<number>().as('people')).where('position_id', '=', id).executeTakeFirstOrThrow();
            if (people) {
                throw conflict('position-held', { people });
            }
            await transaction.deleteFrom('core.position').where('id', '=', id).execute();
            log.audit('position.removed', 'positions', id);
            log.event({ type: 'position.changed', entityId: id }, { permission: 'team:read' });
        });
    }
}

const positionRows = (database: Kysely<CoreTables>) => database.selectFrom('core.position as position').select([
    'position.id', 'position.code', 'position.name', 'position.version',
    sql<number>`(select count(*) from core.person where person.position_id = position.id and person.status = 'active')`.as('people')
]);

async function told(transaction: Kysely<CoreTables>, log: ChangeLog, id: string): Promise<Position> {
    log.event({ type: 'position.changed', entityId: id }, { permission: 'team:read' });
    return positionRows(transaction).where('position.id', '=', id).executeTakeFirstOrThrow();
}
