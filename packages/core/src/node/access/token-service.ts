import { inject, injectable } from '@theia/core/shared/inversify';
import { conflict, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { noteEnds } from './session-service';
import { hashOfSecret, newSecret } from './secret';

/** One for each program that acts in somebody's name, and some to spare. */
const most = 50;

type Caller = Principal & { readonly personId: string };

/** Personal API tokens: shown once, stored hashed, with the rights of their person. */
@injectable()
export class TokenService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Caller) {
        const rows = await this.database.read().selectFrom('core.api_token').select(['id', 'name', 'prefix', 'created_at', 'expires_at', 'last_used_at'])
            .where('person_id', '=', principal.personId).orderBy('id', 'desc').execute();
        return rows.map(each => ({
            id: each.id, name: each.name, prefix: each.prefix, createdAt: each.created_at.toISOString(),
            expiresAt: each.expires_at?.toISOString() ?? null, lastUsedAt: each.last_used_at?.toISOString() ?? null
        }));
    }

    async create(principal: Caller, name: string, expiresInDays: number | undefined): Promise<{ id: string; token: string }> {
        const id = newId();
        const token = `earshot_${newSecret()}`;
        await this.database.write(principal, async (transaction, log) => {
            await transaction.selectFrom('core.person').select('id').where('id', '=', principal.personId).forUpdate().executeTakeFirstOrThrow(); // one at a time
            const { count } = await transaction.selectFrom('core.api_token').select(({ fn }) => fn.countAll<number>().as('count')).where('person_id', '=', principal.personId).executeTakeFirstOrThrow();
            if (count >= most) {
                throw conflict('too-many-tokens', { most });
            }
            await transaction.insertInto('core.api_token').values({
                id, person_id: principal.personId, name, prefix: token.slice(0, 14), secret_hash: hashOfSecret(token), created_at: new Date(),
                expires_at: expiresInDays ? new Date(Date.now() + expiresInDays * 86_400_000) : null
            }).execute();
            log.audit('token.created', 'people', principal.personId, { token: id });
        });
        return { id, token };
    }

    async revoke(principal: Caller, id: string): Promise<void> {
        await this.database.write(principal, async (transaction, log) => {
            orNotFound(await transaction.deleteFrom('core.api_token').where('id', '=', id).where('person_id', '=', principal.personId).returning('id').executeTakeFirst());
            log.audit('token.revoked', 'people', principal.personId, { token: id });
            noteEnds(log, [{ id }]);
        });
    }
}
