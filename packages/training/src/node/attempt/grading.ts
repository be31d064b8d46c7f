import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { attemptTransition, type AttemptState } from '../../common/attempt/attempt-state';
import { gradeAttempt, type Grade } from '../../common/attempt/grade-attempt';
import { type HandMark, settledShare } from '../../common/attempt/settled-share';
import type { Blueprint } from '../../common/exam/blueprint';
import type { Paper } from '../../common/exam/paper';
import { mark, type Mark } from '../../common/question/mark';
import type { QuestionAnswer } from '../../common/question/question';
import type { TrainingTransaction } from '../training-tables';

export interface Marked { readonly machine: Mark; readonly hand: readonly HandMark[]; readonly share: number | null; readonly wanted: ReturnType<typeof settledShare>['wanted'] }

/** What every question of a paper is worth: by the machine, and by the marks by hand where it cannot say or was overruled. */
export function markPaper(paper: Paper, answers: ReadonlyMap<number, QuestionAnswer | null>, marks: readonly (HandMark & { readonly place: number })[], secondMarker: boolean): readonly Marked[] {
    return paper.items.map(({ question }, place): Marked => {
        const machine = mark(question, answers.get(place) ?? null);
        const hand = marks.filter(each => each.place === place);
        const settled = machine.share === null || hand.some(each => each.kind === 'regrade') ? settledShare(hand, secondMarker) : { share: machine.share, wanted: null };
        return { machine, hand, ...settled };
    });
}

export interface AttemptToGrade {
    readonly id: string; readonly person_id: string; readonly team_id: string | null; readonly position_id: string | null; readonly paper: Paper; readonly state: AttemptState;
    readonly blueprint: Blueprint; readonly title: string;
}

export const gradeOf = ({ paper, blueprint, position_id: positionId }: Pick<AttemptToGrade, 'paper' | 'blueprint' | 'position_id'>, marked: readonly Marked[]): Grade =>
    gradeAttempt(blueprint, paper.items.map(({ sectionId, knockOut, question }, place) => ({ sectionId, knockOut, points: question.points, answered: marked[place]!.machine.answered, share: marked[place]!.share })), positionId);

/** Everything that says what a question of this attempt is worth, as it is now. */
export async function loadMarks(transaction: TrainingTransaction, id: string) {
    const answers = await transaction.selectFrom('training.attempt_answer').select(['place', 'answer']).where('attempt_id', '=', id).execute();
    const marks = await transaction.selectFrom('training.attempt_mark').select(['place', 'kind', 'share', 'marker_id as markerId']).where('attempt_id', '=', id).orderBy('at').orderBy('id').execute();
    return { answers: new Map(answers.map(each => [each.place, each.answer])), marks };
}

export const tellOfAttempt = (log: ChangeLog, { id, person_id: personId, team_id: teamId }: Pick<AttemptToGrade, 'id' | 'person_id' | 'team_id'>): void =>
    log.event({ type: 'attempt.changed', entityId: id }, { permission: 'exam-result:read', people: [personId], teamId });

/**
 * Works the grade out from everything that is known now and stores it. What waits for nobody is graded, and let go at once where the exam says so.
 * @returns the state that the attempt has now
 */
export async function gradeNow(transaction: TrainingTransaction, log: ChangeLog, attempt: AttemptToGrade, now: Date): Promise<AttemptState> {
    const { answers, marks } = await loadMarks(transaction, attempt.id);
    const grade = gradeOf(attempt, markPaper(attempt.paper, answers, marks, attempt.blueprint.secondMarker));
    const graded = grade.waiting > 0 ? attempt.state : attemptTransition(attempt.state, 'grade')?.next ?? attempt.state;
    const state = graded === 'graded' && attempt.blueprint.release === 'at-once' ? attemptTransition(graded, 'release')!.next : graded;
    const releases = state === 'released' && attempt.state !== 'released';
    await transaction.updateTable('training.attempt').set(({ eb }) => ({
        grade: JSON.stringify(grade), percent: grade.waiting ? null : grade.percent, passed: grade.waiting ? null : grade.passed, state, version: eb('version', '+', 1), ...releases ? { released_at: now } : {}
    })).where('id', '=', attempt.id).execute();
    if (graded !== attempt.state) {
        log.audit('attempt.graded', 'attempts', attempt.id, { percent: grade.percent, passed: grade.passed });
    }
    if (releases) {
        tellOfRelease(log, attempt);
    }
    tellOfAttempt(log, attempt);
    return state;
}

export function tellOfRelease(log: ChangeLog, { id, title, person_id: personId }: Pick<AttemptToGrade, 'id' | 'title' | 'person_id'>): void {
    log.audit('attempt.released', 'attempts', id);
    log.notify(personId, 'attempt.released', { title }, linkTo('training', 'attempts', id));
}
