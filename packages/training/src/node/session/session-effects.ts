import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { PeopleMeasure, type PersonMean, type PersonWindow } from '@earshot/core/lib/node/measure/people-measure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { fewestForChange } from '@earshot/statistics';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { attendedMarks } from '../../common/session/attendance';
import type { SessionEffect } from '../../common/session/course-contract';
import { effectDays, firstTaught, type Occasion, occasionOfTeam, type PersonChange, spansOf, type Taught, trainingEffect } from '../../common/session/training-effect';
import type { TrainingTables } from '../training-tables';
import { CourseService } from './course-service';
import { reachableSessions, seenParticipants } from './session-query';
import { SessionReader } from './session-reader';

/** People of the same teams who are compared, at most. */
const mostColleagues = 1000;
interface Compared { readonly personId: string; readonly occasion: Occasion }

/** Whether what is taught helps, by whatever other packages measure of people. */
@injectable()
export class SessionEffects {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionReader) private readonly sessions: SessionReader, @inject(CourseService) private readonly courses: CourseService,
        @inject(ContributionProvider) @named(PeopleMeasure) private readonly measures: ContributionProvider<PeopleMeasure>
    ) { }

    /** @throws NOT_FOUND outside the caller's reach */
    async ofSession(principal: Principal, id: string): Promise<SessionEffect> {
        const { course_id: courseId } = await this.sessions.find(principal, id);
        return this.effect(principal, courseId, id);
    }

    /** @throws NOT_FOUND */
    async ofCourse(principal: Principal, id: string): Promise<SessionEffect> {
        await this.courses.get(id);
        return this.effect(principal, id);
    }

    /** Colleagues are those of the same teams who have never been at a session of the course: who was taught at another one is not untaught. */
    private async effect(principal: Principal, courseId: string, sessionId?: string): Promise<SessionEffect> {
        const taught = firstTaught(await this.taught(principal, courseId, sessionId));
        const everTaught = sessionId === undefined ? taught : await this.taught(principal, courseId);
        const colleagues = await this.colleagues(taught, new Set(everTaught.map(each => each.personId)));
        const own = taught.map(each => ({ personId: each.personId, occasion: each }));
        const effects: SessionEffect['effects'] = [];
        let readable = false;
        for (const measure of this.measures.getContributions()) {
            const [participants, others] = [await this.changes(measure, principal, own), await this.changes(measure, principal, colleagues)];
            if (participants && others) {
                readable = true;
                effects.push({ measure: measure.kind, ...trainingEffect(participants, others) });
            }
        }
        return { days: effectDays, fewest: fewestForChange, readable, effects };
    }

    private async changes(measure: PeopleMeasure, principal: Principal, people: readonly Compared[]): Promise<readonly PersonChange[] | undefined> {
        const windows = people.flatMap(({ personId, occasion }): PersonWindow[] => {
            const { before, after } = spansOf(occasion);
            return [{ personId, ...before }, { personId, ...after }];
        });
        const means = await measure.means(principal, windows);
        return means && people.map((_, place): PersonChange => ({ before: means[2 * place] as PersonMean, after: means[2 * place + 1] as PersonMean }));
    }

    /** Whoever was there, of those the caller sees. */
    private async taught(principal: Principal, courseId: string, sessionId?: string): Promise<Taught[]> {
        let select = this.database.read<TrainingTables>().selectFrom('training.session_participant as participant').innerJoin('training.course_session as session', 'session.id', 'participant.session_id').innerJoin('core.person as person', 'person.id', 'participant.person_id')
            .select(['person.id', 'person.team_id', 'session.starts_at', 'session.ends_at']).where('session.course_id', '=', courseId).where('session.state', '=', 'held').where('participant.mark', 'in', [...attendedMarks]).where(reachableSessions(principal)).where(seenParticipants(principal));
        if (sessionId) { select = select.where('session.id', '=', sessionId); }
        return (await select.execute()).map(each => ({ personId: each.id, teamId: each.team_id, startsAt: each.starts_at, endsAt: each.ends_at }));
    }

    private async colleagues(taught: readonly Taught[], everTaught: ReadonlySet<string>): Promise<readonly Compared[]> {
        const teams = [...new Set(taught.flatMap(each => each.teamId ?? []))];
        const found = teams.length ? await this.database.read<TrainingTables>().selectFrom('core.person').select(['id', 'team_id']).where('team_id', 'in', teams).where('status', '=', 'active').orderBy('id').limit(mostColleagues).execute() : [];
        return found.filter(each => !everTaught.has(each.id)).map(each => ({ personId: each.id, occasion: occasionOfTeam(taught, each.team_id!)! }));
    }
}
