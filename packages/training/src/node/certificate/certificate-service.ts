import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type CertificateState, certificateState, heldUntil } from '../../common/certificate/certificate';
import type { Certificate, Verification } from '../../common/certificate/certificate-contract';
import { maskedName } from '../../common/certificate/masked-name';
import { readCode } from '../../common/certificate/verification-code';
import type { Tables, TrainingTables } from '../training-tables';
import { issueCertificate } from './issue-certificate';

type Caller = Principal & { readonly personId: string };
export interface CertificateFilter { readonly after?: string; readonly limit: number; readonly personId?: string; readonly state?: CertificateState }

const certificates = (database: Kysely<Tables>) => database.selectFrom('training.certificate as certificate').innerJoin('core.person as person', 'person.id', 'certificate.person_id').selectAll('certificate').select('person.team_id');
type Row = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>;

/** On `certificate` and `person`: those that the caller may see. @throws FORBIDDEN without `certification:read` */
const seen = (principal: Principal): RawBuilder<boolean> => withinScope(principal, 'certification:read', { owners: ['certificate.person_id'], team: 'person.team_id' });

const datesOf = (row: Row) => ({ validUntil: row.valid_until, supersededAt: row.superseded_at, revokedAt: row.revoked_at });
/** On `certificate`: those of a state now; as `certificateState` decides of one. */
const inState: Readonly<Record<CertificateState, (now: Date) => RawBuilder<boolean>>> = {
    revoked: () => sql`certificate.revoked_at is not null`,
    superseded: () => sql`(certificate.revoked_at is null and certificate.superseded_at is not null)`,
    ended: now => sql`(certificate.revoked_at is null and certificate.superseded_at is null and certificate.valid_until <= ${now})`,
    valid: now => sql`(certificate.revoked_at is null and certificate.superseded_at is null and coalesce(certificate.valid_until > ${now}, true))`
};

export const showCertificate = (row: Row, now: Date): Certificate => ({
    id: row.id, personId: row.person_id, code: row.code, hash: row.hash, content: row.content as Certificate['content'], state: certificateState(datesOf(row), now), issuedAt: row.issued_at.toISOString(),
    heldUntil: heldUntil(datesOf(row), now)?.toISOString() ?? null, revokedReason: row.revoked_reason
});

/** Papers that say what somebody was certified for, to be shown outside of the house. */
@injectable()
export class CertificateService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, { after, limit, personId, state }: CertificateFilter, now = new Date()): Promise<{ rows: Certificate[]; next?: string }> {
        let select = certificates(this.database.read<TrainingTables>()).where(seen(principal)).orderBy('certificate.issued_at', 'desc').orderBy('certificate.id', 'desc').limit(limit + 1);
        if (personId) { select = select.where('certificate.person_id', '=', personId); }
        if (state) { select = select.where(inState[state](now)); }
        if (after) {
            const [at, id] = fromCursor(after, 2);
            select = select.where(sql<boolean>`(certificate.issued_at, certificate.id) < (${at}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), limit, row => [row.issued_at.toISOString(), row.id], row => showCertificate(row, now));
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async get(principal: Principal, id: string, now = new Date()): Promise<Certificate> {
        return showCertificate(orNotFound(await certificates(this.database.read<TrainingTables>()).where('certificate.id', '=', id).where(seen(principal)).executeTakeFirst()), now);
    }

    /** By hand, also after the last one was revoked. @throws NOT_FOUND; CONFLICT `own-certification`, `not-complete`, `certificate-stands` */
    async issue(principal: Caller, personId: string, now = new Date()): Promise<Certificate> {
        return this.database.write<Certificate, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('core.person').select('id').where('id', '=', personId).where('status', '=', 'active').executeTakeFirst());
            if (personId === principal.personId) {
                throw conflict('own-certification');
            }
            const issued = await issueCertificate(transaction, log, personId, { by: principal, now });
            if ('refused' in issued) {
                throw conflict(issued.refused);
            }
            return showCertificate(await certificates(transaction).where('certificate.id', '=', issued.id).executeTakeFirstOrThrow(), now);
        });
    }

    /** @throws NOT_FOUND; CONFLICT `own-certification`, `not-valid` for one that has been revoked or superseded */
    async revoke(principal: Caller, id: string, reason: string, now = new Date()): Promise<Certificate> {
        return this.database.write<Certificate, TrainingTables>(principal, async (transaction, log) => {
            const row = orNotFound(await certificates(transaction).where('certificate.id', '=', id).where(seen(principal)).forUpdate('certificate').executeTakeFirst());
            if (row.person_id === principal.personId) {
                throw conflict('own-certification');
            }
            if (row.revoked_at || row.superseded_at) {
                throw conflict('not-valid');
            }
            await transaction.updateTable('training.certificate').set({ revoked_at: now, revoked_by: principal.personId, revoked_reason: reason }).where('id', '=', id).execute();
            log.audit('certificate.revoked', 'certificates', id, { person: row.person_id });
            log.notify(row.person_id, 'certificate.revoked', { position: row.content.positionName }, linkTo('training', 'certificates', id));
            log.event({ type: 'certificate.revoked', entityId: id }, { permission: 'certification:read', people: [row.person_id], teamId: row.team_id });
            return showCertificate(await certificates(transaction).where('certificate.id', '=', id).executeTakeFirstOrThrow(), now);
        });
    }

    /** What whoever has a code is told. A code that cannot be one is looked for as well, so that it takes as long as any other that nobody has. */
    async verify(typed: string, now = new Date()): Promise<Verification> {
        const code = readCode(typed);
        const row = await certificates(this.database.read<TrainingTables>()).where('certificate.code', '=', code ?? typed).executeTakeFirst();
        if (!row || !code) {
            return { state: 'unknown', mistyped: !code, heldUntil: null, certificate: null };
        }
        const { state, content, issuedAt, hash, heldUntil: until } = showCertificate(row, now);
        const { positionName, houseName, validFrom, validUntil } = content;
        const requirements = content.requirements.map(each => each.kind === 'sign-off' ? { ...each, byName: maskedName(each.byName) } : each);
        return { state, mistyped: false, heldUntil: until, certificate: { personName: maskedName(content.personName), positionName, houseName, requirements, validFrom, validUntil, issuedAt, hash } };
    }

    async house(): Promise<string | null> {
        const found = await this.database.read<TrainingTables>().selectFrom('training.certificate_house').select('name').orderBy('named_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
        return found?.name ?? null;
    }

    async nameHouse(principal: Caller, name: string): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const id = newId();
            await transaction.insertInto('training.certificate_house').values({ id, name, named_by: principal.personId }).execute();
            log.audit('certificate.house-named', 'certificate-house', id);
            log.event({ type: 'certificate.house-named', entityId: id }, { permission: 'certification:read' });
        });
    }
}
