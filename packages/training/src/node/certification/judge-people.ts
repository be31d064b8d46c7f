import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { acknowledgeBy } from '../../common/document/acknowledgement';
import { type AskedSince, type CertificationFacts, type CertificationRule, type MayTakeCalls, mayTakeCalls, type Requirement } from '../../common/certification/may-take-calls';
import { concerned, dutySince } from '../document/document-query';
import type { Tables } from '../training-tables';
import { passedExams } from './passed-exams';

/** What a position asks for that nobody has ruled. */
const noRule: CertificationRule = { requirements: [], validity: { kind: 'completion', months: 12 }, graceDays: 0, introductionDays: 0 };

/** Everybody active, with what their position asks for, and since when they have it. */
export const peopleToJudge = (database: Kysely<Tables>) => database.selectFrom('core.person as person').leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id')
    .leftJoin('training.certification_rule as ruled', 'ruled.position_id', 'person.position_id').leftJoin('training.position_change as changed', 'changed.person_id', 'person.id').where('person.status', '=', 'active')
    .select(['person.id', 'person.name', 'person.team_id', 'team.name as team_name', 'team.leader_id', 'person.position_id', 'position.name as position_name', 'ruled.rule', 'ruled.asked', 'ruled.version as rule_version', 'changed.transferred'])
    .select(sql<Date>`coalesce(changed.at, person.joined_on::timestamptz, person.created_at)`.as('entered_at'));
export type PersonToJudge = Awaited<ReturnType<ReturnType<typeof peopleToJudge>['executeTakeFirstOrThrow']>>;

/** On `person`: those of whom the caller may see whether they may take calls. @throws FORBIDDEN without `certification:read` */
export const seenPeople = (principal: Principal): RawBuilder<boolean> => withinScope(principal, 'certification:read', { owners: ['person.id'], team: 'person.team_id' });

export interface JudgedPerson extends MayTakeCalls { readonly rule: CertificationRule; /** Of exams that are asked for, by id. */ readonly titles: ReadonlyMap<string, string> }

/** Of an exam that is asked for; null for what has none. */
export const titleOf = (requirement: Requirement, { titles }: Pick<JudgedPerson, 'titles'>): string | null => requirement.kind === 'exam' ? titles.get(requirement.examId) ?? null : null;

export const datesOf = (asked: Readonly<Record<string, string>> | null): AskedSince => Object.fromEntries(Object.entries(asked ?? {}).map(([id, since]) => [id, new Date(since)]));

/** Whether these people may take calls now, by id, with every reason. */
export async function judgePeople(database: Kysely<Tables>, people: readonly PersonToJudge[], now: Date): Promise<ReadonlyMap<string, JudgedPerson>> {
    const asked = people.flatMap(each => each.rule?.requirements ?? []).flatMap(each => each.kind === 'exam' ? [each.examId] : []);
    const [facts, exams] = await Promise.all([
        factsOf(database, people.filter(each => each.rule?.requirements.length).map(each => each.id), [...new Set(asked)]),
        asked.length ? database.selectFrom('training.exam').select(['id', 'title']).where('id', 'in', [...new Set(asked)]).execute() : []
    ]);
    const titles = new Map(exams.map(each => [each.id, each.title]));
    return new Map(people.map(person => {
        const rule = person.rule ?? noRule;
        return [person.id, { ...mayTakeCalls(rule, { ...facts(person.id), enteredAt: person.entered_at, transferred: person.transferred ?? false }, now, datesOf(person.asked)), rule, titles }];
    }));
}

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

type Done = Omit<CertificationFacts, 'enteredAt' | 'transferred'>;

/** What these people have done for the position that they have; of exams, what they have been told of. */
async function factsOf(database: Kysely<Tables>, ids: readonly string[], examIds: readonly string[]): Promise<(id: string) => Done> {
    if (ids.length === 0) {
        return () => ({ exams: [], documents: [], supervisedCalls: [], signOffs: [], certifiedBefore: false });
    }
    const [exams, documents, calls, signOffs, certified] = await Promise.all([
        passedExams(database, ids, examIds),
        database.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).where('document.state', '=', 'effective').where('person.id', 'in', [...ids])
            .select(['person.id as person_id', 'document.id', 'document.title', 'document.acknowledge_days', dutySince.as('since')])
            .select(sql<Date | null>`(select min(given.at) from training.acknowledgement given where given.document_id = document.id and given.person_id = person.id and given.major = document.major)`.as('at')).orderBy('document.title').execute(),
        database.selectFrom('training.supervised_call as given').innerJoin('core.person as person', 'person.id', 'given.person_id').whereRef('given.position_id', '=', 'person.position_id').select(['given.person_id', 'given.percent', 'given.at']).where('given.person_id', 'in', [...ids]).execute(),
        database.selectFrom('training.sign_off as given').innerJoin('core.person as person', 'person.id', 'given.person_id').whereRef('given.position_id', '=', 'person.position_id').select(['given.person_id', 'given.at']).where('given.person_id', 'in', [...ids]).execute(),
        database.selectFrom('training.certificate').select('person_id').distinct().where('person_id', 'in', [...ids]).where('revoked_at', 'is', null).execute()
    ]);
    const [examsOf, documentsOf, callsOf, signOffsOf] = [byPerson(exams), byPerson(documents), byPerson(calls), byPerson(signOffs)];
    const before = new Set(certified.map(each => each.person_id));
    return id => ({
        certifiedBefore: before.has(id), exams: examsOf(id).map(each => ({ examId: each.examId, passedAt: each.at })),
        documents: documentsOf(id).map(each => ({ documentId: each.id, title: each.title, acknowledgedAt: each.at, dueAt: acknowledgeBy(each.since, each.acknowledge_days) })),
        supervisedCalls: callsOf(id).map(({ at, percent }) => ({ at, percent })), signOffs: signOffsOf(id).map(each => each.at)
    });
}
