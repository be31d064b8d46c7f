import type { Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { ItemConcern } from '../../common/item-analysis/item-concern';

/** A question that stands out by how it was answered in a version of an exam. What nobody looks at is gone when later answers no longer say so. */
export interface QuestionFindingTable {
    exam_version_id: string; question_id: string; question_version_id: string; concern: ItemConcern; /** People it rests on. */ people: number; found_at: Moment;
    /** People it rested on when somebody looked. */ seen_people: number | null; seen_by: string | null; seen_at: OptionalMoment;
}

/** `marks`: the sum of the versions of its attempts, which grows with everything that is handed in or marked anew. */
export interface AnalysedVersionTable { exam_version_id: string; marks: number; analysed_at: Moment }

export interface FindingTables {
    'training.question_finding': QuestionFindingTable;
    'training.analysed_version': AnalysedVersionTable;
}
