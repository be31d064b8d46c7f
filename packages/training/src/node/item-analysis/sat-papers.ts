import { type Kysely, sql, type RawBuilder } from 'kysely';
import type { SatPaper } from '../../common/item-analysis/analyse-items';
import { viewedMs } from '../../common/attempt/view-times';
import type { Tables } from '../training-tables';

const minuteMs = 60_000;
/** People of whom papers are read at most: figures no longer change much with more of them, and each paper holds its questions whole. */
export const mostPapers = 1000;

/**
 * What people have handed in of a version of an exam, of each the first attempt, the latest people.
 * @param within which of them, as a condition on `attempt.person_id` and `person.team_id`
 */
export async function satPapers(database: Kysely<Tables>, examVersionId: string, within: RawBuilder<boolean>): Promise<readonly SatPaper[]> {
    const attempts = await database.selectFrom(first => first.selectFrom('training.attempt as attempt').innerJoin('core.person as person', 'person.id', 'attempt.person_id').distinctOn('attempt.person_id')
        .select(['attempt.id', 'attempt.started_at', 'attempt.submitted_at', 'attempt.paper', 'attempt.grade']).where('attempt.exam_version_id', '=', examVersionId).where('attempt.state', '<>', 'running').where(within)
        .orderBy('attempt.person_id').orderBy('attempt.started_at').as('attempt')).selectAll().orderBy('attempt.submitted_at', 'desc').orderBy('attempt.id').limit(mostPapers).execute();
    const answers = attempts.length ? await database.selectFrom('training.attempt_answer').select(['attempt_id', 'place', 'answer']).where(sql<boolean>`attempt_id = any(${attempts.map(each => each.id)}::uuid[])`).execute() : [];
    const views = attempts.length ? await database.selectFrom('training.attempt_view').select(['attempt_id', 'place', 'ms']).where(sql<boolean>`attempt_id = any(${attempts.map(each => each.id)}::uuid[])`).execute() : [];
    const windows = new Map<string, number[]>();
    views.forEach(each => windows.set(`${each.attempt_id}/${each.place}`, [...windows.get(`${each.attempt_id}/${each.place}`) ?? [], each.ms]));
    const given = new Map(answers.map(each => [`${each.attempt_id}/${each.place}`, each.answer]));
    return attempts.map(({ id, started_at: startedAt, submitted_at: submittedAt, paper, grade }) => ({
        submittedAt: submittedAt!, minutes: (submittedAt!.getTime() - startedAt.getTime()) / minuteMs,
        items: paper.items.map(({ questionId, versionId, question }, place) => ({ questionId, versionId, question, points: grade?.items[place] ?? null, answer: given.get(`${id}/${place}`) ?? null, viewedMs: viewedMs(windows.get(`${id}/${place}`) ?? [], submittedAt!.getTime() - startedAt.getTime()) }))
    }));
}
