import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { endingSoon, remindDaysBefore } from '../../common/certification/ending-soon';
import type { TrainingTables } from '../training-tables';
import { judgePeople, peopleToJudge } from './judge-people';

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
        const people = await (scope === 'team' ? select.where(withinScope(principal, 'certification:read', { owners: ['person.id'], team: 'person.team_id' })) : select.where('person.id', '=', principal.personId)).execute();
        const judged = await judgePeople(database, people, now);
        const ending = people.flatMap(person => {
            const { rule, standings, titles } = judged.get(person.id)!;
            return standings.flatMap(standing => {
                const endsAt = endingSoon(standing, rule.validity, now);
                return endsAt ? [{ personId: person.id, requirement: standing.requirement, endsAt, titles }] : [];
            });
        });
        const inTeam = ending.filter(each => each.personId !== principal.personId);
        const first = inTeam.reduce<Date | null>((earliest, each) => !earliest || each.endsAt < earliest ? each.endsAt : earliest, null);
        return [
            ...ending.filter(each => each.personId === principal.personId).map(({ requirement, endsAt, titles }): WorkItem => ({
                kind: 'certification.renew', title: requirement.kind === 'exam' ? titles.get(requirement.examId) ?? '' : '', detail: { requirement: requirement.kind },
                link: linkTo('training', 'certification', principal.personId), dueAt: endsAt.toISOString(), since: dayBefore(endsAt)
            })),
            ...first ? [{ kind: 'certification.team', title: '', detail: { people: new Set(inTeam.map(each => each.personId)).size }, link: '/training/certification', dueAt: first.toISOString(), since: dayBefore(first) }] : []
        ];
    }
}
