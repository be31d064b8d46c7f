import type { Principal } from '@earshot/core/lib/node/api/context';
import type { Expression } from 'kysely';

/**
 * Contribution point of packages that fill in forms: which submitted forms are results that count (neither superseded nor exercises)
 * and lie within the caller's scope. What nobody claims is not replayed.
 */
export const PastForms = Symbol('PastForms');
export interface PastForms {
    /** A query of the ids of those filled forms; undefined where the caller may see none. It is asked before any are picked, so that all of them have their chance. */
    counting(principal: Principal): Expression<unknown> | undefined;
}
