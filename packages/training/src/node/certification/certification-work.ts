import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { endingsOf, keepingFromCalls, remindDaysBefore, wantedOfTrainers } from '../../common/certification/ending-soon';
import type { Requirement } from '../../common/certification/may-take-calls';
import type { TrainingTables } from '../training-tables';
import { datesOf, type JudgedPerson, type PersonToJudge, seenPeople, titleOf } from './judge-people';
import { judgedPeople } from './judged-people';

const dayMs = 86_400_000;
const dayBefore = (end: Date): string => new Date(end.getTime() - remindDaysBefore * dayMs).toISOString();
const board = '/training/certification';

/** Since when somebody lacks what has not ended but was never met: since they came to the position, or it came to be asked for. */
const wantedSince = ({ entered_at, asked }: PersonToJudge, { id }: Requirement): Date => new Date(Math.max(entered_at.getTime(), datesOf(asked)[id]?.getTime() ?? 0));

interface Looked { readonly person: PersonToJudge; readonly judged: JudgedPerson }

/** What of one's own certification has to be met or renewed, each for itself. */
function ownItems({ person, judged }: Looked, now: Date): WorkItem[] {
    const link = linkTo('training', 'certification', person.id);
    const ending = endingsOf(judged.standings, judged.rule.validity, now).map(({ requirement, endsAt, graceUntil }): WorkItem => ({
        kind: 'certification.renew', title: titleOf(requirement, judged) ?? '', detail: { requirement: requirement.kind, endedAt: graceUntil ? endsAt.toISOString() : null, graceUntil: graceUntil?.toISOString() ?? null },
        link, dueAt: (graceUntil ?? endsAt).toISOString(), since: dayBefore(endsAt) // what has ended is late only after its grace
    }));
    // documents stand on Home one by one
    const keeping = keepingFromCalls(judged.standings).filter(each => each.requirement.kind !== 'documents').map(({ requirement, state, until }): WorkItem => ({
        kind: 'certification.keeps', title: titleOf(requirement, judged) ?? '', detail: { requirement: requirement.kind, endedAt: state === 'expired' ? until?.toISOString() ?? null : null }, link, dueAt: until?.toISOString() ?? null, since: (until ?? wantedSince(person, requirement)).toISOString()
    }));
    return [...keeping, ...ending];
}

/** How many people there are of each group, those longest in it first. */
function counted(kind: string, query: string, people: readonly { readonly groupId: string | null; readonly group: string | null; readonly since: Date }[]): WorkItem[] {
    return [...new Set(people.map(each => each.groupId))].map((id): WorkItem => {
        const members = people.filter(each => each.groupId === id);
        return {
            kind, title: '', detail: { people: members.length, group: members[0]!.group }, link: id === null ? board : `${board}?${query}=${id}`, dueAt: null, since: new Date(Math.min(...members.map(each => each.since.getTime()))).toISOString()
        };
    });
}

const keptSince = ({ person, judged }: Looked): Date => new Date(Math.max(...keepingFromCalls(judged.standings).map(each => (each.until ?? wantedSince(person, each.requirement)).getTime())));

/**
 * One's own certification; for leaders, how many of their teams may not take calls, or lose it soon; for whoever signs, how many in which position may not, and how many
 * wait for their word or for their ear.
 */
@injectable()
export class CertificationWork implements WorkItemSource {
    readonly name = 'certification';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person, now = new Date()): Promise<WorkItem[]> {
        const scope = principal.permissions.get('certification:read');
        if (!scope) {
            return [];
        }
        const signs = scope === 'all' && principal.permissions.get('certification:sign') === 'all';
        const items: WorkItem[] = [];
        const others: Looked[] = [];
        for await (const looked of judgedPeople(this.database.read<TrainingTables>(), now, select => scope === 'team' || signs ? select.where(seenPeople(principal)) : select.where('person.id', '=', principal.personId))) {
            for (const each of looked) {
                if (each.person.id === principal.personId) {
                    items.push(...ownItems(each, now));
                } else {
                    others.push(each);
                }
            }
        }
        return [...items, ...signs ? this.forTrainers(others, now) : this.forLeaders(others, now)];
    }

    private forLeaders(people: readonly Looked[], now: Date): WorkItem[] {
        const kept = people.filter(({ judged }) => !judged.may);
        const ending = people.flatMap(({ person, judged }) => endingsOf(judged.standings, judged.rule.validity, now).map(each => ({ id: person.id, dueAt: each.graceUntil ?? each.endsAt })));
        const first = ending.reduce<Date | null>((earliest, each) => !earliest || each.dueAt < earliest ? each.dueAt : earliest, null);
        return [
            ...counted('certification.kept', 'team', kept.map(each => ({ groupId: each.person.team_id, group: each.person.team_name, since: keptSince(each) }))),
            ...first ? [{ kind: 'certification.team', title: '', detail: { people: new Set(ending.map(each => each.id)).size }, link: board, dueAt: first.toISOString(), since: dayBefore(first) }] : []
        ];
    }

    private forTrainers(people: readonly Looked[], now: Date): WorkItem[] {
        const inPosition = (some: readonly Looked[], since: (each: Looked) => Date) => some.map(each => ({ groupId: each.person.position_id, group: each.person.position_name, since: since(each) }));
        const waiting = (what: 'sign-off' | 'supervised-calls') => inPosition(people.filter(({ judged }) => wantedOfTrainers(judged.standings, judged.rule.validity, now).has(what)), ({ person, judged }) => new Date(Math.max(...judged.rule.requirements.filter(each => each.kind === what).map(each => wantedSince(person, each).getTime()))));
        return [
            ...counted('certification.kept', 'position', inPosition(people.filter(({ judged }) => !judged.may), keptSince)),
            ...counted('certification.to-sign', 'position', waiting('sign-off')), ...counted('certification.to-listen', 'position', waiting('supervised-calls'))
        ];
    }
}
