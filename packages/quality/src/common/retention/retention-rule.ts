/** What is kept of an interaction besides its facts and evaluations, and deleted for itself; `customer`: the number of the customer, whole and masked. */
export const contentKinds = ['recording', 'transcript', 'messages', 'customer'] as const;
export type ContentKind = typeof contentKinds[number];

/** How long content is kept, from the interaction on. */
export interface RetentionRule {
    readonly id: string;
    readonly name: string;
    /** Null: of every queue. */
    readonly queue: string | null;
    /** Null: with whatever tags. */
    readonly tag: string | null;
    /** 0 for ever. */
    readonly months: Readonly<Record<ContentKind, number>>;
}

export interface RetainedFacts { readonly queue: string | null; readonly tags: readonly string[] }

/** A tag says more about an interaction than the queue that it came by; both together say most. */
const precision = ({ queue, tag }: RetentionRule): number => (tag === null ? 0 : 2) + (queue === null ? 0 : 1);
const length = (months: number): number => months === 0 ? Infinity : months;

/**
 * The rules in the order in which they are asked about a kind of content: the first that meets an interaction holds. The one that says more about it goes
 * before, and of those that say as much the one that keeps longer: what is deleted too late can still be deleted, what is deleted too early is gone.
 */
export const byPrecedence = (rules: readonly RetentionRule[], kind: ContentKind): readonly RetentionRule[] => [...rules].sort((one, other) => {
    const [first, second] = [length(one.months[kind]), length(other.months[kind])];
    return precision(other) - precision(one) || (first === second ? one.id < other.id ? -1 : 1 : first > second ? -1 : 1);
});

export const meets = ({ queue, tag }: RetentionRule, facts: RetainedFacts): boolean => (queue === null || queue === facts.queue) && (tag === null || facts.tags.includes(tag));

/** The rule that holds for an interaction; undefined: nothing is deleted. */
export const ruleFor = (rules: readonly RetentionRule[], kind: ContentKind, facts: RetainedFacts): RetentionRule | undefined => byPrecedence(rules, kind).find(each => meets(each, facts));

/**
 * When content of a moment is to be deleted, null for never. Months of the calendar in UTC, as PostgreSQL counts them: where the month has no such day, its last one.
 */
export function keptUntil(startedAt: Date, months: number): Date | null {
    if (months === 0) {
        return null;
    }
    const end = new Date(startedAt);
    end.setUTCDate(1);
    end.setUTCMonth(end.getUTCMonth() + months);
    const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
    end.setUTCDate(Math.min(startedAt.getUTCDate(), lastDay));
    return end;
}
