import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { endingsOf, remindDaysBefore } from '../../common/certification/ending-soon';
import type { TrainingTables } from '../training-tables';
import { judgePeople, peopleToJudge, seenPeople, titleOf } from './judge-people';

const dayMs = 86_400_000;
const dayBefore = (end: Date): string => new Date(end.getTime() - remindDaysBefore * dayMs).toISOString();
/** People of one's teams that are looked at. */
const mostPeople = 500;

/** What of one's own certification has to be renewed or met soon, each for itself; for team leaders, how many of their people have something. */
@injectable()
export class CertificationWork implements WorkItemSource {
    readonly name = 'certification';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person, now = new Date()): Promise<WorkItem[]> {
        const scope = principal.permissions.get('certification:read');
        if (!scope) {
            return [];
        }
        const database = this.database.read<TrainingTables>();
        const select = peopleToJudge(database).where('ruled.rule', 'is not', null).limit(mostPeople);
        const people = await (scope === 'team' ? select.where(seenPeople(principal)) : select.where('person.id', '=', principal.personId)).execute();
        const judged = await judgePeople(database, people, now);
        const ending = people.flatMap(person => {
            const found = judged.get(person.id)!;
            return endingsOf(found.standings, found.rule.validity, now).map(({ requirement, endsAt, graceUntil }) => ({ personId: person.id, requirement, endsAt, graceUntil, /** What has ended is late only after its grace. */ dueAt: graceUntil ?? endsAt, title: titleOf(requirement, found) ?? '' }));
        });
        const inTeam = ending.filter(each => each.personId !== principal.personId);
        const first = inTeam.reduce<Date | null>((earliest, each) => !earliest || each.dueAt < earliest ? each.dueAt : earliest, null);
        return [
            ...ending.filter(each => each.personId === principal.personId).map(({ requirement, endsAt, graceUntil, dueAt, title }): WorkItem => ({
                kind: 'certification.renew', title, detail: { requirement: requirement.kind, endedAt: graceUntil ? endsAt.toISOString() : null, graceUntil: graceUntil?.toISOString() ?? null },
                link: linkTo('training', 'certification', principal.personId), dueAt: dueAt.toISOString(), since: dayBefore(endsAt)
            })),
            ...first ? [{ kind: 'certification.team', title: '', detail: { people: new Set(inTeam.map(each => each.personId)).size }, link: '/training/certification', dueAt: first.toISOString(), since: dayBefore(first) }] : []
        ];
    }
}
