import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { acknowledgeBy } from '../../common/document/acknowledgement';
import type { CertificationRow, PositionRule } from '../../common/certification/certification-contract';
import { type CertificationFacts, type CertificationRule, mayTakeCalls } from '../../common/certification/may-take-calls';
import { concerned, dutySince } from '../document/document-query';
import { teamsBelow } from '../exam/teams-below';
import type { Tables, TrainingTables, TrainingTransaction } from '../training-tables';

type Caller = Principal & { readonly personId: string };
/** What a position asks for that nobody has ruled. */
const noRule: CertificationRule = { requirements: [], validity: { kind: 'completion', months: 12 }, graceDays: 0 };

const people = (database: Kysely<Tables>, principal: Principal) => database.selectFrom('core.person as person').leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id')
    .leftJoin('training.certification_rule as ruled', 'ruled.position_id', 'person.position_id').where('person.status', '=', 'active').where(withinScope(principal, 'certification:read', { owners: ['person.id'], team: 'person.team_id' }))
    .select(['person.id', 'person.name', 'team.name as team_name', 'person.position_id', 'position.name as position_name', 'ruled.rule']);
type PersonFound = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

function byPerson<Row extends { readonly person_id: string }>(rows: readonly Row[]): (id: string) => readonly Row[] {
    const found = new Map<string, Row[]>();
    for (const row of rows) {
        const before = found.get(row.person_id);
        if (before) {
            before.push(row);
        } else {
            found.set(row.person_id, [row]);
        }
    }
    return id => found.get(id) ?? [];
}

/** Who may take calls: computed from what people have done whenever it is asked, so that it is never out of date. */
@injectable()
export class CertificationService {
    constructor(@inject(Database) private readonly database: Database) { }

    async board(principal: Principal, filter: { readonly after?: string; readonly limit: number; readonly teamId?: string; readonly positionId?: string; readonly text?: string }, now = new Date()) {
        const database = this.database.read<TrainingTables>();
        let select = people(database, principal).where('person.position_id', 'is not', null).orderBy('person.name').orderBy('person.id').limit(filter.limit + 1);
        if (filter.teamId) { select = select.where(sql<boolean>`person.team_id in ${teamsBelow([filter.teamId])}`); }
        if (filter.positionId) { select = select.where('person.position_id', '=', filter.positionId); }
        if (filter.text) { select = select.where('person.name', 'ilike', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`); }
        if (filter.after) {
            const [name, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(person.name, person.id) > (${name}, ${id}::uuid)`);
        }
        const found = await select.execute();
        const shown = await this.judge(database, found, now);
        return pageOf(found, filter.limit, row => [row.name, row.id], row => shown.get(row.id)!);
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async of(principal: Principal, id: string, now = new Date()): Promise<CertificationRow> {
        const database = this.database.read<TrainingTables>();
        const person = orNotFound(await people(database, principal).where('person.id', '=', id).executeTakeFirst());
        return (await this.judge(database, [person], now)).get(id)!;
    }

    async rules(): Promise<PositionRule[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('core.position as position').leftJoin('training.certification_rule as ruled', 'ruled.position_id', 'position.id')
            .select(['position.id', 'position.name', 'ruled.rule', 'ruled.version']).select(({ selectFrom }) => selectFrom('core.person as person').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('person.position_id', '=', 'position.id').where('person.status', '=', 'active').as('people')).orderBy('position.code').execute();
        return rows.map(({ id, name, rule, version, people: count }) => ({ positionId: id, positionName: name, people: count ?? 0, rule: rule as PositionRule['rule'], version: version ?? 0 }));
    }

    /** @throws NOT_FOUND; CONFLICT `changed-meanwhile`; INVALID for an exam that is not there */
    async setRule(principal: Caller, { id, version, rule }: { readonly id: string; readonly version: number; readonly rule: CertificationRule }): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('core.position').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            const before = await transaction.selectFrom('training.certification_rule').select('version').where('position_id', '=', id).executeTakeFirst();
            if ((before?.version ?? 0) !== version) {
                throw conflict('changed-meanwhile', { version: before?.version ?? 0 });
            }
            const wanted = rule.requirements.flatMap(each => each.kind === 'exam' ? [each.examId] : []);
            const known = wanted.length ? await transaction.selectFrom('training.exam').select('id').where('id', 'in', wanted).execute() : [];
            const unknown = rule.requirements.findIndex(each => each.kind === 'exam' && !known.some(one => one.id === each.examId));
            if (unknown >= 0) {
                throw invalid([{ path: `rule.requirements.${unknown}.examId`, code: 'unknown-exam' }]);
            }
            await transaction.insertInto('training.certification_rule').values({ position_id: id, rule: JSON.stringify(rule), changed_by: principal.personId })
                .onConflict(already => already.column('position_id').doUpdateSet(({ eb }) => ({ rule: JSON.stringify(rule), changed_by: principal.personId, changed_at: new Date(), version: eb('training.certification_rule.version', '+', 1) }))).execute();
            log.audit('certification.ruled', 'positions', id, { requirements: rule.requirements.map(each => each.kind) });
            log.event({ type: 'certification.changed', entityId: id }, { permission: 'certification:read' });
        });
    }

    /** Once for each `callId`: a request that is repeated changes nothing. @throws NOT_FOUND; CONFLICT `own-certification` */
    addSupervisedCall(principal: Caller, { id, callId, percent, link }: { readonly id: string; readonly callId: string; readonly percent: number; readonly link: string | null }): Promise<void> {
        return this.sign(principal, id, async (transaction, log) => {
            const { numInsertedOrUpdatedRows: added } = await transaction.insertInto('training.supervised_call').values({ id: callId, person_id: id, percent, link, recorded_by: principal.personId }).onConflict(already => already.column('id').doNothing()).executeTakeFirst();
            if (!added) {
                orNotFound(await transaction.selectFrom('training.supervised_call').select('id').where('id', '=', callId).where('person_id', '=', id).executeTakeFirst());
            }
            log.audit(added ? 'certification.call-recorded' : 'certification.call-known', 'people', id, { percent });
        });
    }

    /** @throws NOT_FOUND; CONFLICT `own-certification` */
    signOff(principal: Caller, id: string): Promise<void> {
        return this.sign(principal, id, async (transaction, log) => {
            await transaction.insertInto('training.sign_off').values({ id: newId(), person_id: id, signed_by: principal.personId }).execute();
            log.audit('certification.signed-off', 'people', id);
        });
    }

    private async sign(principal: Caller, id: string, change: (transaction: TrainingTransaction, log: ChangeLog) => Promise<void>): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('core.person').select('id').where('id', '=', id).where('status', '=', 'active').executeTakeFirst());
            if (id === principal.personId) {
                throw conflict('own-certification');
            }
            await change(transaction, log);
            log.event({ type: 'certification.changed', entityId: id }, { permission: 'certification:read', people: [id] });
        });
    }

    private async judge(database: Kysely<Tables>, found: readonly PersonFound[], now: Date): Promise<ReadonlyMap<string, CertificationRow>> {
        const asked = found.flatMap(each => each.rule?.requirements ?? []).flatMap(each => each.kind === 'exam' ? [each.examId] : []);
        const [facts, exams] = await Promise.all([
            this.facts(database, found.filter(each => each.rule?.requirements.length).map(each => each.id)),
            asked.length ? database.selectFrom('training.exam').select(['id', 'title']).where('id', 'in', [...new Set(asked)]).execute() : []
        ]);
        const titles = new Map(exams.map(each => [each.id, each.title]));
        return new Map(found.map(person => {
            const judged = mayTakeCalls(person.rule ?? noRule, facts(person.id), now);
            const standings = judged.standings.map(each => ({
                ...each, open: [...each.open], until: each.until?.toISOString() ?? null, requirement: { ...each.requirement } as CertificationRow['standings'][number]['requirement'],
                title: each.requirement.kind === 'exam' ? titles.get(each.requirement.examId) ?? null : null
            }));
            return [person.id, { personId: person.id, personName: person.name, teamName: person.team_name, positionId: person.position_id, positionName: person.position_name, ruled: judged.standings.length > 0, may: judged.may, until: judged.until?.toISOString() ?? null, standings }];
        }));
    }

    /** What these people have done; of exams, what they have been told of. */
    private async facts(database: Kysely<Tables>, ids: readonly string[]): Promise<(id: string) => CertificationFacts> {
        if (ids.length === 0) {
            return () => ({ exams: [], documents: [], supervisedCalls: [], signOffs: [] });
        }
        const [exams, documents, calls, signOffs] = await Promise.all([
            database.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as version', 'version.id', 'attempt.exam_version_id').select(['attempt.person_id', 'version.exam_id', 'attempt.submitted_at']).where('attempt.person_id', 'in', [...ids]).where('attempt.state', '=', 'released').where('attempt.passed', '=', true).execute(),
            database.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).where('document.state', '=', 'effective').where('person.id', 'in', [...ids])
                .select(['person.id as person_id', 'document.id', 'document.title', 'document.acknowledge_days', dutySince.as('since')])
                .select(sql<Date | null>`(select min(given.at) from training.acknowledgement given where given.document_id = document.id and given.person_id = person.id and given.major = document.major)`.as('at')).orderBy('document.title').execute(),
            database.selectFrom('training.supervised_call').select(['person_id', 'percent', 'at']).where('person_id', 'in', [...ids]).execute(),
            database.selectFrom('training.sign_off').select(['person_id', 'at']).where('person_id', 'in', [...ids]).execute()
        ]);
        const [examsOf, documentsOf, callsOf, signOffsOf] = [byPerson(exams), byPerson(documents), byPerson(calls), byPerson(signOffs)];
        return id => ({
            exams: examsOf(id).map(each => ({ examId: each.exam_id, passedAt: each.submitted_at! })),
            documents: documentsOf(id).map(each => ({ documentId: each.id, title: each.title, acknowledgedAt: each.at, dueAt: acknowledgeBy(each.since, each.acknowledge_days) })),
            supervisedCalls: callsOf(id).map(({ at, percent }) => ({ at, percent })), signOffs: signOffsOf(id).map(each => each.at)
        });
    }
}
