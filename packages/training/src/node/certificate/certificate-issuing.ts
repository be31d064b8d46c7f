import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { certificateIsDue } from '../../common/certificate/certificate';
import type { JudgedPerson, PersonToJudge } from '../certification/judge-people';
import { judgedPeople } from '../certification/judged-people';
import type { TrainingTables } from '../training-tables';
import { issueCertificate, revokedLast } from './issue-certificate';

const house = systemPrincipal('certification');

/** Somebody else was faster: nothing is left to be done. */
class NotDue extends Error { }

/** Issues certificates when all that a position asks for holds, by whatever it was met last, and anew when it was renewed. */
@injectable()
export class CertificateIssuing implements ScheduleContribution {
    readonly name = 'training-certificates';
    readonly when = { everySeconds: 60 };

    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws AggregateError when all others have theirs, for those to whom none could be issued */
    async run(now = new Date()): Promise<void> {
        const failures: unknown[] = [];
        for await (const looked of judgedPeople(this.database.read<TrainingTables>(), now)) {
            for (const id of await this.due(looked)) {
                await this.issue(id, now).catch((error: unknown) => { failures.push(error); });
            }
        }
        if (failures.length) {
            throw new AggregateError(failures, 'Some certificates could not be issued.');
        }
    }

    /** Whose is due, as far as can be told without holding them. */
    private async due(people: readonly { readonly person: PersonToJudge; readonly judged: JudgedPerson }[]): Promise<readonly string[]> {
        if (people.length === 0) {
            return [];
        }
        const database = this.database.read<TrainingTables>();
        const ids = people.map(each => each.person.id);
        const [revoked, present] = await Promise.all([
            revokedLast(database, ids),
            database.selectFrom('training.certificate').select(['person_id', 'position_id', 'valid_until', 'content']).where('person_id', 'in', ids).where('superseded_at', 'is', null).where('revoked_at', 'is', null).execute()
        ]);
        return people.flatMap(({ person: { id, position_id: positionId }, judged: { standings, rule } }) => {
            const isTheirs = (each: { readonly person_id: string; readonly position_id: string | null }): boolean => each.person_id === id && each.position_id === positionId;
            const own = present.find(isTheirs);
            return !revoked.some(isTheirs) && certificateIsDue(standings, rule, own ? { validUntil: own.valid_until, requirements: own.content.requirements } : null) ? [id] : [];
        });
    }

    private async issue(id: string, now: Date): Promise<void> {
        try {
            await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
                if ('refused' in await issueCertificate(transaction, log, id, { now })) {
                    throw new NotDue();
                }
            });
        } catch (error) {
            if (!(error instanceof NotDue)) {
                throw error;
            }
        }
    }
}
