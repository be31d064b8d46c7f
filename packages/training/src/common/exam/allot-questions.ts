/** So many of these questions, by their places in the bank; those that come first are preferred. */
export interface Demand { readonly count: number; readonly candidates: readonly number[] }

/**
 * Gives every rule its questions, no question to two rules. Where rules ask for the same questions, one gives way as long as it finds another:
 * augmenting paths (H. W. Kuhn, Naval Research Logistics Quarterly 2 (1955) 83), so that as many places are filled as can be.
 * With candidates in a random order, questions that fit the same rules are equally likely to be given.
 *
 * @returns for each demand the places of its questions: fewer than its count only where no way of giving would have filled more places in all
 */
export function allotQuestions(demands: readonly Demand[]): readonly (readonly number[])[] {
    const given = demands.map(() => new Set<number>());
    const holder = new Map<number, number>();
    const give = (question: number, rule: number): void => {
        const before = holder.get(question);
        if (before !== undefined) {
            given[before]!.delete(question);
        }
        holder.set(question, rule);
        given[rule]!.add(question);
    };
    /** Finds the rule one more question, without asking those that were asked before: whether a rule can do with another question does not depend on who asks. */
    const grow = (rule: number, asked: Set<number>): boolean => {
        asked.add(rule);
        const { candidates } = demands[rule]!;
        const free = candidates.find(each => !holder.has(each));
        const freed = free ?? candidates.find(each => !asked.has(holder.get(each)!) && grow(holder.get(each)!, asked));
        if (freed === undefined) {
            return false;
        }
        give(freed, rule);
        return true;
    };
    demands.forEach(({ count }, rule) => {
        for (let filled = 0; filled < count && grow(rule, new Set());) {
            filled += 1;
        }
    });
    return given.map(each => [...each]);
}
