import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { endingsOf, keepingFromCalls } from '../../common/certification/ending-soon';
import type { TrainingTables } from '../training-tables';
import { datesOf, type JudgedPerson, type PersonToJudge, titleOf } from './judge-people';
import { judgedPeople } from './judged-people';

const house = systemPrincipal('certification');

/** `endsAt` of what is missing is since when it is asked for. */
interface Ending { readonly person: PersonToJudge; readonly requirementId: string; readonly endsAt: Date; readonly missing: boolean; readonly detail: { readonly requirement: string; readonly title: string | null; readonly endsAt: string } }

/** What somebody has never been given by a trainer: of exams and documents they are told one by one. */
const missingOf = ({ person, judged }: { readonly person: PersonToJudge; readonly judged: JudgedPerson }): Ending[] => keepingFromCalls(judged.standings).flatMap(({ requirement, state }): Ending[] => {
    if (state !== 'missing' || requirement.kind === 'exam' || requirement.kind === 'documents') {
        return [];
    }
    const asked = datesOf(person.asked)[requirement.id];
    const since = asked && asked > person.entered_at ? asked : person.entered_at;
    return [{ person, requirementId: requirement.id, endsAt: since, missing: true, detail: { requirement: requirement.kind, title: null, endsAt: since.toISOString() } }];
});

/** Tells people what of their certification ends soon, is new to them or is missing, and the leaders of their teams what ends: once for each end. */
@injectable()
export class CertificationReminders implements ScheduleContribution {
    readonly name = 'training-certification';
    readonly when = { everySeconds: 600 };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(now = new Date()): Promise<void> {
        for await (const looked of judgedPeople(this.database.read<TrainingTables>(), now)) {
            await this.remind(looked, now);
        }
    }

    private async remind(people: readonly { readonly person: PersonToJudge; readonly judged: JudgedPerson }[], now: Date): Promise<void> {
        const database = this.database.read<TrainingTables>();
        const ending = people.flatMap(({ person, judged: found }) => [
            ...missingOf({ person, judged: found }),
            ...endingsOf(found.standings, found.rule.validity, now).map(({ requirement, endsAt }): Ending => ({ person, requirementId: requirement.id, endsAt, missing: false, detail: { requirement: requirement.kind, title: titleOf(requirement, found), endsAt: endsAt.toISOString() } }))
        ]);
        const known = ending.length ? await database.selectFrom('training.certification_reminder').select(['person_id', 'requirement_id', 'ends_at']).where('person_id', 'in', ending.map(each => each.person.id)).execute() : [];
        const keys = new Set(known.map(each => `${each.person_id} ${each.requirement_id} ${each.ends_at.toISOString()}`));
        const fresh = ending.filter(each => !keys.has(`${each.person.id} ${each.requirementId} ${each.endsAt.toISOString()}`));
        for (const person of new Set(fresh.map(each => each.person))) {
            await this.tell(person, fresh.filter(each => each.person === person), now);
        }
    }

    private async tell(person: PersonToJudge, endings: readonly Ending[], now: Date): Promise<void> {
        await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
            // two back ends may look at the same moment: whoever writes it down tells it
            const { rows: noted } = await sql<{ requirement_id: string }>`insert into training.certification_reminder (person_id, requirement_id, ends_at, reminded_at)
                select ${person.id}::uuid, ending.requirement_id, ending.ends_at, ${now}::timestamptz from unnest(${endings.map(each => each.requirementId)}::text[], ${endings.map(each => each.endsAt)}::timestamptz[]) as ending (requirement_id, ends_at)
                on conflict do nothing returning requirement_id`.execute(transaction);
            const link = linkTo('training', 'certification', person.id);
            for (const { detail, missing } of endings.filter(each => noted.some(one => one.requirement_id === each.requirementId))) {
                log.notify(person.id, missing ? 'certification.missing' : 'certification.ending', detail, link);
                if (!missing && person.leader_id && person.leader_id !== person.id) {
                    log.notify(person.leader_id, 'certification.ending-in-team', { ...detail, person: person.name }, link);
                }
            }
            log.audit('certification.reminded', 'people', person.id, { requirements: noted.length });
            log.event({ type: 'certification.changed', entityId: person.id }, { people: [person.id, ...person.leader_id ? [person.leader_id] : []] });
        });
    }
}
