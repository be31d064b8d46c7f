import type { Question } from '../question/question';
import { notesWithoutRubric, rubricOf } from '../question/rubric';
import type { LossCode, RefusalCode } from './question-format';

interface Item { readonly id: string; readonly text?: string; readonly stem?: string; readonly matchId?: string }

const kept: readonly (readonly [LossCode, string])[] = [
    ['points', 'points'], ['recording', 'recording'], ['unit', 'unit'], ['otherwise', 'otherwise'], ['shuffle', 'shuffle'], ['credit', 'credit'], ['hints', 'hints'], ['rubric', 'criteria'], ['rubric-as-text', 'criteria'], ['template', 'template'], ['case', 'caseSensitive'], ['feedback', 'feedback']
];
const lists = ['choices', 'accepted', 'pairs', 'extras', 'items'] as const;

/**
 * A question that comes back from a file, as the next version of the one that is known: what the format does not carry stays as it was, and
 * what is the same keeps its id, so that answers of both versions can be compared.
 *
 * @param lost what the format says it does not carry of the known one
 */
export function continueQuestion(read: Question, known: Question, lost: readonly (LossCode | RefusalCode)[]): Question {
    if (read.kind !== known.kind) {
        return read;
    }
    const before = known as unknown as Readonly<Record<string, unknown>>;
    const after: Record<string, unknown> = { ...read };
    for (const [code, key] of kept) {
        if (lost.includes(code) && before[key] !== undefined) { after[key] = before[key]; }
    }
    const criteria = rubricOf(known);
    if (criteria && lost.includes('rubric-as-text')) { after.hints = notesWithoutRubric(after.hints as string | undefined, criteria); }
    for (const key of lists) {
        if (Array.isArray(after[key]) && Array.isArray(before[key])) { after[key] = withIds(after[key] as readonly Item[], before[key] as readonly Item[]); }
    }
    return after as unknown as Question;
}

/** By their words, and where there are as many as before, by their places; all others get an id that none has. */
function withIds(items: readonly Item[], known: readonly Item[]): readonly Item[] {
    const free = new Set(known);
    const words = ({ text, stem }: Item): string | undefined => text ?? stem;
    const found = items.map(item => {
        const same = words(item) === undefined ? undefined : [...free].find(each => words(each) === words(item));
        if (same) { free.delete(same); }
        return same;
    });
    const taken = new Set(known.flatMap(each => [each.id, each.matchId ?? each.id]));
    return items.map((item, at) => {
        const there = found[at] ?? (items.length === known.length && free.has(known[at]!) ? known[at] : undefined);
        if (there) {
            free.delete(there);
            return { ...item, id: there.id, ...there.matchId === undefined ? {} : { matchId: there.matchId } };
        }
        return { ...item, id: unused(item.id, taken), ...item.matchId === undefined ? {} : { matchId: unused(item.matchId, taken) } };
    });
}

function unused(id: string, taken: Set<string>): string {
    let free = id;
    for (let count = 1; taken.has(free); count++) { free = `${id}-${count}`; }
    taken.add(free);
    return free;
}
