import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { askedSince } from '../../common/certification/asked-since';
import type { CertificationRow, PositionRule } from '../../common/certification/certification-contract';
import type { CertificationRule } from '../../common/certification/may-take-calls';
import { issueCertificate } from '../certificate/issue-certificate';
import { documentReach } from '../document/reach';
import { teamsBelow } from '../exam/teams-below';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { datesOf, type JudgedPerson, judgePeople, peopleToJudge, type PersonToJudge, seenPeople, titleOf } from './judge-people';

type Caller = Principal & { readonly personId: string };

/** @param titles of the documents that the reader may know of, by id: what else is to be read is counted, not named */
const show = (person: PersonToJudge, judged: JudgedPerson, titles: ReadonlyMap<string, string>): CertificationRow => ({
    personId: person.id, personName: person.name, teamName: person.team_name, positionId: person.position_id, positionName: person.position_name, ruled: judged.standings.length > 0, may: judged.may, until: judged.until?.toISOString() ?? null,
    standings: judged.standings.map(each => ({
        ...each, open: each.open.flatMap(({ documentId }) => titles.get(documentId) ?? []), until: each.until?.toISOString() ?? null, graceUntil: each.graceUntil?.toISOString() ?? null, requirement: { ...each.requirement } as CertificationRow['standings'][number]['requirement'],
        title: titleOf(each.requirement, judged)
    }))
});

/** Who may take calls: computed from what people have done whenever it is asked, so that it is never out of date. */
@injectable()
export class CertificationService {
    constructor(@inject(Database) private readonly database: Database) { }

    async board(principal: Principal, filter: { readonly after?: string; readonly limit: number; readonly teamId?: string; readonly positionId?: string; readonly text?: string; readonly ruled?: boolean }, now = new Date()) {
        const database = this.database.read<TrainingTables>();
        let select = peopleToJudge(database).where(seenPeople(principal)).where('person.position_id', 'is not', null).orderBy('person.name').orderBy('person.id').limit(filter.limit + 1);
        if (filter.teamId) { select = select.where(sql<boolean>`person.team_id in ${teamsBelow([filter.teamId])}`); }
        if (filter.positionId) { select = select.where('person.position_id', '=', filter.positionId); }
        if (filter.text) { select = select.where('person.name', 'ilike', containing(filter.text)); }
        if (filter.ruled) { select = select.where(sql<boolean>`jsonb_array_length(ruled.rule -> 'requirements') > 0`); }
        if (filter.after) {
            const [name, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(person.name, person.id) > (${name}, ${id}::uuid)`);
        }
        const found = await select.execute();
        const judged = await judgePeople(database, found, now);
        const titles = await this.titlesFor(principal, [...judged.values()]);
        return pageOf(found, filter.limit, row => [row.name, row.id], row => show(row, judged.get(row.id)!, titles));
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async of(principal: Principal, id: string, now = new Date()): Promise<CertificationRow> {
        const database = this.database.read<TrainingTables>();
        const person = orNotFound(await peopleToJudge(database).where(seenPeople(principal)).where('person.id', '=', id).executeTakeFirst());
        const judged = (await judgePeople(database, [person], now)).get(id)!;
        return show(person, judged, await this.titlesFor(principal, [judged]));
    }

    private async titlesFor(principal: Principal, judged: readonly JudgedPerson[]): Promise<ReadonlyMap<string, string>> {
        const ids = [...new Set(judged.flatMap(({ standings }) => standings.flatMap(({ open }) => open.map(each => each.documentId))))];
        if (ids.length === 0 || !principal.permissions.has('document:read')) {
            return new Map();
        }
        const found = await this.database.read<TrainingTables>().selectFrom('training.document as document').select(['document.id', 'document.title']).where('document.id', 'in', ids).where(documentReach(principal).document).execute();
        return new Map(found.map(each => [each.id, each.title]));
    }

    async rules(): Promise<PositionRule[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('core.position as position').leftJoin('training.certification_rule as ruled', 'ruled.position_id', 'position.id')
            .select(['position.id', 'position.name', 'ruled.rule', 'ruled.version']).select(({ selectFrom }) => selectFrom('core.person as person').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('person.position_id', '=', 'position.id').where('person.status', '=', 'active').as('people')).orderBy('position.code').execute();
        return rows.map(({ id, name, rule, version, people: count }) => ({ positionId: id, positionName: name, people: count ?? 0, rule: rule as PositionRule['rule'], version: version ?? 0 }));
    }

    /** @throws NOT_FOUND; CONFLICT `changed-meanwhile`; INVALID for an exam that is not there */
    async setRule(principal: Caller, { id, version, rule }: { readonly id: string; readonly version: number; readonly rule: CertificationRule }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('core.position').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            const before = await transaction.selectFrom('training.certification_rule').select(['version', 'rule', 'asked']).where('position_id', '=', id).executeTakeFirst();
            if ((before?.version ?? 0) !== version) {
                throw conflict('changed-meanwhile', { version: before?.version ?? 0 });
            }
            const wanted = rule.requirements.flatMap(each => each.kind === 'exam' ? [each.examId] : []);
            const known = wanted.length ? await transaction.selectFrom('training.exam').select('id').where('id', 'in', wanted).execute() : [];
            const unknown = rule.requirements.findIndex(each => each.kind === 'exam' && !known.some(one => one.id === each.examId));
            if (unknown >= 0) {
                throw invalid([{ path: `rule.requirements.${unknown}.examId`, code: 'unknown-exam' }]);
            }
            const asked = JSON.stringify(askedSince(rule, before && { rule: before.rule, asked: datesOf(before.asked) }, now));
            await transaction.insertInto('training.certification_rule').values({ position_id: id, rule: JSON.stringify(rule), asked, changed_by: principal.personId })
                .onConflict(already => already.column('position_id').doUpdateSet(({ eb }) => ({ rule: JSON.stringify(rule), asked, changed_by: principal.personId, changed_at: now, version: eb('training.certification_rule.version', '+', 1) }))).execute();
            log.audit('certification.ruled', 'positions', id, { requirements: rule.requirements.map(each => each.kind) });
            log.event({ type: 'certification.changed', entityId: id }, { permission: 'certification:read' });
        });
    }

    /** For the position that somebody has now; once for each `callId`: a request that is repeated changes nothing. @throws NOT_FOUND; CONFLICT `own-certification`, `changed-meanwhile` */
    addSupervisedCall(principal: Caller, { id, positionId, callId, percent, link }: { readonly id: string; readonly positionId?: string | undefined; readonly callId: string; readonly percent: number; readonly link: string | null }): Promise<void> {
        return this.sign(principal, { id, positionId }, async (transaction, log, { at, positionId: position }) => {
            const { numInsertedOrUpdatedRows: added } = await transaction.insertInto('training.supervised_call').values({ id: callId, person_id: id, position_id: position, percent, link, recorded_by: principal.personId, at }).onConflict(already => already.column('id').doNothing()).executeTakeFirst();
            if (!added) {
                orNotFound(await transaction.selectFrom('training.supervised_call').select('id').where('id', '=', callId).where('person_id', '=', id).executeTakeFirst());
            }
            log.audit(added ? 'certification.call-recorded' : 'certification.call-known', 'people', id, { percent });
        });
    }

    /** For the position that somebody has now. @throws NOT_FOUND; CONFLICT `own-certification`, `changed-meanwhile` */
    signOff(principal: Caller, id: string, positionId?: string): Promise<void> {
        return this.sign(principal, { id, positionId }, async (transaction, log, { at, positionId: position }) => {
            await transaction.insertInto('training.sign_off').values({ id: newId(), person_id: id, position_id: position, signed_by: principal.personId, at }).execute();
            log.audit('certification.signed-off', 'people', id);
        });
    }

    /** @param positionId what the caller signs for, where they say so: somebody who has another one by now is not signed for it unseen */
    private async sign(principal: Caller, { id, positionId }: { readonly id: string; readonly positionId: string | undefined }, change: (transaction: TrainingTransaction, log: ChangeLog, given: { readonly at: Date; readonly positionId: string | null }) => Promise<void>): Promise<void> {
        const now = new Date();
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const person = orNotFound(await transaction.selectFrom('core.person').select(['team_id', 'position_id']).where('id', '=', id).where('status', '=', 'active').forNoKeyUpdate().executeTakeFirst());
            if (id === principal.personId) {
                throw conflict('own-certification');
            }
            if (positionId !== undefined && positionId !== person.position_id) {
                throw conflict('changed-meanwhile');
            }
            await change(transaction, log, { at: now, positionId: person.position_id });
            await issueCertificate(transaction, log, id, { now });
            log.event({ type: 'certification.changed', entityId: id }, { permission: 'certification:read', people: [id], teamId: person.team_id });
        });
    }
}
