import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { OwnExam, Sitting } from '../../common/attempt/attempt-contract';
import { passPercentOf, questionsIn } from '../../common/exam/blueprint';
import { askQuestion } from '../../common/question/asked-question';
import { ownAssignments, showAssignment } from '../exam/assignment-query';
import { knowsKeys } from '../exam/knows-keys';
import type { TrainingTables } from '../training-tables';
import { attemptsAllowed, beginningOf } from './beginning';
import { timesLeft } from './focus-service';

type Caller = Principal & { readonly personId: string };

/** What trainees see of exams before and while they sit them: nothing that would give an answer away. */
@injectable()
export class SittingReader {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND for what is not the caller's; CONFLICT `attempt-over` once it was handed in */
    async sit(principal: Caller, id: string, now = new Date()): Promise<Sitting> {
        const database = this.database.read<TrainingTables>();
        const attempt = orNotFound(await database.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id')
            .select(['attempt.id', 'attempt.assignment_id', 'attempt.state', 'attempt.started_at', 'attempt.submitted_at', 'attempt.deadline_at', 'attempt.number', 'attempt.paper', 'exam.title', 'exam.blueprint', timesLeft('attempt.id').as('times_left')])
            .where('attempt.id', '=', id).where('attempt.person_id', '=', principal.personId).executeTakeFirst());
        if (attempt.state !== 'running') {
            throw conflict('attempt-over');
        }
        const answers = await database.selectFrom('training.attempt_answer').select(['place', 'answer', 'flagged', 'version', 'saved_at', 'client_id']).where('attempt_id', '=', id).orderBy('place').execute();
        return {
            id, assignmentId: attempt.assignment_id, examTitle: attempt.title, number: attempt.number, state: attempt.state, startedAt: attempt.started_at.toISOString(), submittedAt: null, now: now.toISOString(), deadlineAt: attempt.deadline_at?.toISOString() ?? null,
            oneAtATime: attempt.blueprint.oneAtATime, proctored: attempt.blueprint.proctored, timesLeft: attempt.times_left, sections: attempt.paper.sections.map(({ id: sectionId, title }) => ({ id: sectionId, title })),
            items: attempt.paper.items.map(({ sectionId, question }, place) => ({ place, sectionId, question: askQuestion(question) })) as Sitting['items'],
            answers: answers.map(({ place, answer, flagged, version, saved_at: savedAt, client_id: client }) => ({ place, answer, flagged, version, savedAt: savedAt.toISOString(), client })) as Sitting['answers']
        };
    }

    /** What the caller has to sit first, then what they have sat; each with whether it can begin, and if not, why. */
    async mine(principal: Caller, now = new Date()): Promise<OwnExam[]> {
        const database = this.database.read<TrainingTables>();
        const assigned = await ownAssignments(database, principal.personId).orderBy('assignment.closes_at').orderBy('assignment.id').limit(200).execute();
        const [attempts, versions, person] = assigned.length === 0 ? [[], [], undefined] : await Promise.all([
            database.selectFrom('training.attempt').select(['id', 'assignment_id', 'number', 'state', 'started_at', 'submitted_at', 'percent', 'passed']).where('person_id', '=', principal.personId).orderBy('number').execute(),
            // of each exam the version that is sat, or was at last
            database.selectFrom('training.exam_version as version').innerJoin('training.exam as exam', 'exam.id', 'version.exam_id').distinctOn('version.exam_id').select(['version.exam_id', 'version.blueprint'])
                .where('version.exam_id', 'in', assigned.map(each => each.exam_id)).orderBy('version.exam_id').orderBy(sql`version.id is not distinct from exam.published_id`, 'desc').orderBy('version.number', 'desc').execute(),
            database.selectFrom('core.person as person').select(['person.position_id', knowsKeys('person.id').as('knows')]).where('person.id', '=', principal.personId).executeTakeFirst()
        ]);
        return assigned.flatMap((row): OwnExam[] => {
            const version = versions.find(each => each.exam_id === row.exam_id);
            if (!version) {
                return [];
            }
            const { blueprint } = version;
            const made = attempts.filter(each => each.assignment_id === row.id);
            const barred = person?.knows && made.every(each => each.state !== 'running') && row.state !== 'passed';
            const beginning = barred ? { may: false as const, why: 'knows-the-keys' as const } : row.published_id === null && row.state !== 'passed' ? { may: false as const, why: 'retired' as const } : beginningOf(blueprint, row, made, now);
            const { personName: _person, teamName: _team, positionName: _position, lastAttemptId: _last, version: _version, ...shown } = showAssignment(row);
            return [{
                ...shown, minutes: blueprint.minutes === null ? null : blueprint.minutes + row.extra_minutes, proctored: blueprint.proctored, questions: questionsIn(blueprint), attemptsAllowed: attemptsAllowed(blueprint, row), passPercent: passPercentOf(blueprint, person?.position_id ?? null),
                beginning: beginning.may ? { may: true, why: null, from: null } : { may: false, why: beginning.why, from: 'from' in beginning ? beginning.from?.toISOString() ?? null : null },
                runningAttemptId: made.find(each => each.state === 'running')?.id ?? null,
                past: made.filter(each => each.state !== 'running').map(each => ({
                    id: each.id, examTitle: row.title, number: each.number, state: each.state, startedAt: each.started_at.toISOString(), submittedAt: each.submitted_at?.toISOString() ?? null,
                    percent: each.state === 'released' ? each.percent : null, passed: each.state === 'released' ? each.passed : null
                }))
            }];
        });
    }
}
