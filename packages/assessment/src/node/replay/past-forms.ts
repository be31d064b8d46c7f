import type { Principal } from '@earshot/core/lib/node/api/context';

/**
 * Contribution point of packages that fill in forms: which of these submitted forms are results that count (neither superseded nor
 * exercises) and lie within the caller's scope. What nobody claims is not replayed.
 */
export const PastForms = Symbol('PastForms');
export interface PastForms {
    counted(principal: Principal, filledFormIds: readonly string[]): Promise<ReadonlySet<string>>;
}
