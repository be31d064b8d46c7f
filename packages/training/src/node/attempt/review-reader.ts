import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { Marking, Review } from '../../common/attempt/attempt-contract';
import { isGraded } from '../../common/attempt/attempt-state';
import { reviewPhaseOf, visibleParts } from '../../common/attempt/review-phase';
import { countedMarks, mayMark } from '../../common/attempt/settled-share';
import { solutionOf } from '../../common/attempt/solution';
import { passPercentOf, type ReviewPart, reviewParts, type ReviewPhase } from '../../common/exam/blueprint';
import { askQuestion } from '../../common/question/asked-question';
import { feedbackOf } from '../../common/question/feedback';
import { criterionResults, rubricOf } from '../../common/question/rubric';
import { assignmentState } from '../exam/assignment-query';
import type { Tables, TrainingTables } from '../training-tables';
import { awayTimesOf } from './focus-service';
import { gradeOf, type Marked, markPaper } from './grading';

type Caller = Principal & { readonly personId: string };

const attempts = (database: Kysely<Tables>) => database.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
    .selectAll('attempt').select(['exam.exam_id', 'exam.title', 'exam.blueprint', 'person.name as person_name']);
type Found = Awaited<ReturnType<ReturnType<typeof attempts>['executeTakeFirstOrThrow']>>;

/** Results of attempts: for trainees as far as they may be seen, for markers whole. */
@injectable()
export class ReviewReader {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND for what is not the caller's; CONFLICT `still-running` */
    async own(principal: Caller, id: string, now = new Date()): Promise<Review> {
        const found = orNotFound(await attempts(this.database.read<TrainingTables>()).where('attempt.id', '=', id).where('attempt.person_id', '=', principal.personId).executeTakeFirst());
        const phase = await this.phaseOf(found, now);
        return (await this.build(found, visibleParts(found.blueprint.review, phase), found.state === 'released', phase, () => false)).review;
    }

    /** Everything that a marker needs, but not the marks of others on what they are to mark themselves. @throws NOT_FOUND; CONFLICT `still-running`, `own-attempt` */
    async marking(principal: Caller, id: string, now = new Date()): Promise<Marking> {
        const found = orNotFound(await attempts(this.database.read<TrainingTables>()).where('attempt.id', '=', id).executeTakeFirst());
        if (found.person_id === principal.personId) {
            throw conflict('own-attempt');
        }
        const wantedOf = ({ hand, wanted }: Marked) => isGraded(found.state) || !mayMark(hand, principal.personId) ? null : wanted;
        const blind = (marks: Marked): boolean => wantedOf(marks) === 'second';
        const { review, marked, marks } = await this.build(found, new Set(reviewParts), true, await this.phaseOf(found, now), blind);
        return {
            ...review, version: found.version, mayRelease: found.state === 'graded', secondMarker: found.blueprint.secondMarker,
            toMark: found.paper.items.flatMap(({ question }, place) => marked[place]!.machine.share === null ? [{
                place, wanted: wantedOf(marked[place]!), hints: question.kind === 'essay' ? question.hints ?? null : null, criteria: rubricOf(question) as Marking['toMark'][number]['criteria']
            }] : []),
            marks: marks.filter(each => !blind(marked[each.place]!)).map(({ place, kind, share, comment, reason, ratings, name, at }) => ({ place, kind, share, comment, reason, ratings: ratings as Marking['marks'][number]['ratings'], byName: name, at: at.toISOString() }))
        };
    }

    /**
     * The exam is closed when nobody can sit it any more, with everybody's extension: whoever is through could tell the others. Who has used all of their attempts is
     * through as well, and an exam out of use is when nobody sits it.
     */
    private async phaseOf({ state, exam_id: examId }: Found, now: Date): Promise<ReviewPhase> {
        const { rows: [round] } = await sql<{ ends: Date | null; endless: boolean | null; over: boolean | null }>`select max(assignment.closes_at + make_interval(mins => assignment.extra_minutes)) as ends,
                bool_or(assignment.closes_at is null and ${assignmentState} <> 'passed' and (${assignmentState} = 'running' or made.attempts < coalesce(allowed.attempts + assignment.extra_attempts, made.attempts + 1))) as endless,
                bool_and(exam.published_id is null and ${assignmentState} <> 'running') as over
            from training.exam_assignment assignment join core.person on person.id = assignment.person_id join training.exam on exam.id = assignment.exam_id
                cross join lateral (select count(*)::int as attempts from training.attempt where attempt.assignment_id = assignment.id) made
                left join lateral (select (version.blueprint ->> 'attempts')::int as attempts from training.exam_version version where version.id = exam.published_id) allowed on true
            where assignment.exam_id = ${examId} and assignment.withdrawn_at is null and person.status = 'active'`.execute(this.database.read<TrainingTables>());
        return reviewPhaseOf(state, round?.over ? 'over' : round?.endless ? null : round?.ends ?? null, now);
    }

    /** @param hides which marks by hand, with what was said about them, the reader must not know of */
    private async build(found: Found, parts: ReadonlySet<ReviewPart>, withGrade: boolean, phase: ReviewPhase, hides: (marked: Marked) => boolean) {
        if (found.state === 'running') {
            throw conflict('still-running');
        }
        const database = this.database.read<TrainingTables>();
        const [answers, marks, away] = await Promise.all([
            database.selectFrom('training.attempt_answer').select(['place', 'answer', 'late']).where('attempt_id', '=', found.id).execute(),
            database.selectFrom('training.attempt_mark as mark').innerJoin('core.person as person', 'person.id', 'mark.marker_id').where('mark.attempt_id', '=', found.id).orderBy('mark.at').orderBy('mark.id')
                .select(['mark.place', 'mark.kind', 'mark.share', 'mark.comment', 'mark.reason', 'mark.ratings', 'mark.at', 'mark.marker_id as markerId', 'person.name']).execute(),
            found.blueprint.proctored ? awayTimesOf(database, found.id) : null
        ]);
        const marked = markPaper(found.paper, new Map(answers.map(each => [each.place, each.answer])), marks, found.blueprint.secondMarker);
        const grade = gradeOf(found, marked);
        const review: Review = {
            id: found.id, assignmentId: found.assignment_id, examTitle: found.title, number: found.number, state: found.state, startedAt: found.started_at.toISOString(), submittedAt: found.submitted_at?.toISOString() ?? null, personName: found.person_name,
            away: away && away.map(({ from, until }) => ({ from: from.toISOString(), until: until?.toISOString() ?? null })), phase, of: grade.of, passPercent: passPercentOf(found.blueprint, found.position_id), percent: withGrade && !grade.waiting ? grade.percent : null, points: withGrade && !grade.waiting ? grade.points : null,
            passed: withGrade ? grade.passed : null, reasons: withGrade ? grade.reasons.filter(each => each.why !== 'knock-out' || parts.has('points')).map(each => ({ ...each })) : [],
            sections: found.paper.sections.map(({ id, title }) => ({ id, title, grade: withGrade ? grade.sections.find(each => each.sectionId === id) ?? null : null })),
            items: found.paper.items.map(({ question, sectionId, knockOut }, place): Review['items'][number] => {
                const given = answers.find(each => each.place === place);
                const said = marks.filter(each => each.place === place && each.comment !== '' && !hides(marked[place]!)).map(each => each.comment);
                const criteria = hides(marked[place]!) ? null : rubricOf(question);
                const counted = criteria ? countedMarks(marks.filter(each => each.place === place), found.blueprint.secondMarker).flatMap(each => each.ratings ? [each.ratings] : []) : [];
                return {
                    place, sectionId, question: askQuestion(question) as Review['items'][number]['question'], of: question.points,
                    ...parts.has('answers') ? { answer: given?.answer as Review['items'][number]['answer'] ?? null, late: given?.late ?? false } : {},
                    ...parts.has('points') ? { points: grade.items[place]!, knockedOut: knockOut && (marked[place]!.share ?? 1) < 1 } : {},
                    ...parts.has('solutions') ? { solution: [...solutionOf(question)], ...question.kind === 'listening' ? { expert: { expert: question.expert, tolerance: question.tolerance } } : {} } : {},
                    ...parts.has('feedback') ? { feedback: [...feedbackOf(question, marked[place]!.machine), ...said] } : {},
                    ...parts.has('feedback') && criteria && counted.length ? { rubric: criterionResults(criteria, counted, question.points).map(({ points, of, levels, comments, ...about }) => ({ ...about, levels: [...levels], comments: [...comments], ...parts.has('points') ? { points, of } : {} })) } : {}
                };
            })
        };
        return { review, marked, marks };
    }
}
