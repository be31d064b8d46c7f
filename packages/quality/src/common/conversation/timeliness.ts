import type { Author, Timeliness } from './conversation-contract';

interface Timed { readonly atMs: number; readonly author: Author }

/**
 * How quickly the customer was answered, from the times of the messages.
 *
 * The first reply time is measured as service desks do it: from the customer's first message to the first one an agent
 * wrote after it; what a machine sent in between does not count. A reply answers all that the customer has written since
 * the reply before it, and is measured from the first of these. Milliseconds of the clock on the wall: nights count.
 *
 * @param messages in the order in which they were sent
 * @returns null where there was nothing to measure; `unanswered` when the customer wrote last, and `replies` how many
 *   times median and longest go by.
 */
export function timelinessOf(messages: readonly Timed[]): Timeliness {
    const replies = waitsOf(messages).filter(each => each !== null);
    const count = (author: Author): number => messages.filter(each => each.author === author).length;
    return {
        firstReplyMs: replies[0] ?? null, medianReplyMs: median(replies), longestReplyMs: replies.length ? Math.max(...replies) : null, replies: replies.length,
        unanswered: messages.findLastIndex(each => each.author === 'customer') > messages.findLastIndex(each => each.author === 'agent'), messages: { agent: count('agent'), customer: count('customer'), system: count('system') }
    };
}

/** For each message that answers the customer, how long they had waited for it; milliseconds. Null for all others. */
export function waitsOf(messages: readonly Timed[]): readonly (number | null)[] {
    let since: number | null = null;
    return messages.map(({ author, atMs }) => {
        const waited = author === 'agent' && since !== null ? atMs - since : null;
        since = author === 'customer' ? since ?? atMs : author === 'agent' ? null : since;
        return waited;
    });
}

function median(values: readonly number[]): number | null {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = sorted.length / 2;
    return sorted.length === 0 ? null : Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/**
 * Places messages on the time since the first. Exports often know seconds only: what falls on the same moment follows by a
 * millisecond each, in the order given.
 *
 * @param moments milliseconds since the epoch, in any order
 * @returns for each message in the order of time its place in `moments` and its offset, milliseconds
 */
export function placesInTime(moments: readonly number[]): readonly { readonly place: number; readonly atMs: number }[] {
    const sorted = moments.map((at, place) => ({ at, place })).sort((one, other) => one.at - other.at || one.place - other.place);
    let before = -1;
    return sorted.map(({ at, place }) => {
        before = Math.max(at - sorted[0]!.at, before + 1);
        return { place, atMs: before };
    });
}
