import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { ChangedClauses } from '../../common/document/compare-clauses';
import type { Kysely } from 'kysely';
import type { Tables, TrainingTransaction } from '../training-tables';

/** A version that stands approved or takes effect, with what it changes against the version in effect. Of a first version, every clause is added. */
export interface VersionChange {
    readonly documentId: string;
    readonly versionId: string;
    readonly title: string;
    /** `2.0` */
    readonly number: string;
    readonly size: 'major' | 'minor';
    /** Who answers for the document. */
    readonly ownerId: string | null;
    /** Anchors of clauses (`c-k3x9`): they stay with a clause from version to version, and are unique within a document. */
    readonly clauses: ChangedClauses;
}

/**
 * Contribution point: what hangs on clauses and has to be looked at before a changed clause takes effect (questions of exams, steps of scripts).
 * All of it happens within the transaction of the step; what throws undoes the step.
 */
export const EffectGate = Symbol('EffectGate');
export interface EffectGate {
    /** `question` …: one gate per kind; the browser has words for it. */
    readonly kind: string;
    /** A version stands approved, or the one in effect was retired, so that every clause is removed: what hangs on changed and removed clauses is to be checked from now on. */
    approved(transaction: TrainingTransaction, log: ChangeLog, change: VersionChange): Promise<void>;
    /** An approved version went back to being a draft: what it would have changed stays as it is for now. */
    withdrawn(transaction: TrainingTransaction, log: ChangeLog, change: VersionChange): Promise<void>;
    /** How many are still to be checked because of this version: with more than none it does not take effect, unless it is released with a reason. */
    toBeChecked(database: Kysely<Tables>, change: VersionChange): Promise<number>;
    /** The version has taken effect, and its clauses are those that are in `training.clause` as current. */
    tookEffect(transaction: TrainingTransaction, log: ChangeLog, change: VersionChange): Promise<void>;
}
