import { type Kysely, sql } from 'kysely';
import { fewestPeople } from '../../common/item-analysis/item-concern';
import type { Tables } from '../training-tables';

/** Whether a finding wants to be looked at, as `wantsLook` has it. */
export const wantsLookNow = sql<boolean>`(finding.seen_people is null or finding.people - finding.seen_people >= ${fewestPeople})`;

/** Findings about what exams ask now: a question in a new wording begins anew. */
export const openFindings = (database: Kysely<Tables>) => database.selectFrom('training.question_finding as finding').innerJoin('training.question_version as asked', 'asked.id', 'finding.question_version_id')
    .innerJoin('training.exam_version as sat', 'sat.id', 'finding.exam_version_id').innerJoin('training.exam as exam', 'exam.id', 'sat.exam_id').where('asked.state', '=', 'approved').where(wantsLookNow);
