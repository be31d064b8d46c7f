import { diffArrays } from 'diff';
import { wordsOf } from './compare-texts';

/** Words `from` to before `to` of a text give way to others. */
interface Change { readonly from: number; readonly to: number; readonly words: readonly string[] }

function changesOf(base: string[], other: string[]): readonly Change[] {
    const changes: Change[] = [];
    let at = 0;
    for (const { value, added, removed } of diffArrays(base, other)) {
        const last = changes.at(-1);
        const continues = last !== undefined && (added || removed) && last.to === at;
        const change = continues ? last : { from: at, to: at, words: [] };
        if (continues) {
            changes.pop();
        }
        if (added) {
            changes.push({ ...change, words: [...change.words, ...value] });
        } else {
            at += value.length;
            if (removed) {
                changes.push({ ...change, to: at });
            }
        }
    }
    return changes;
}

const isSame = (one: Change, other: Change): boolean => one.from === other.from && one.to === other.to && one.words.join('') === other.words.join('');
/** Whether no word stands between two changes of a text: what each says hangs together then. */
const touches = (one: Change, other: Change, words: readonly string[]): boolean => words.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)).join('').trim() === '';

/**
 * Two texts that were both made out of one, put together word by word (three-way merge, after Khanna, Kunal and Pierce 2007, A formal investigation of diff3).
 * Undefined where both change the same words, or words side by side, differently: what is meant then, a person must say.
 * @param language BCP 47, for where words end
 */
export function mergeTexts(base: string, mine: string, theirs: string, language: string): string | undefined {
    const words = wordsOf(base, language);
    const [own, others] = [changesOf(words, wordsOf(mine, language)), changesOf(words, wordsOf(theirs, language))];
    const further = others.filter(each => !own.some(one => isSame(one, each)));
    if (further.some(each => own.some(one => touches(one, each, words)))) {
        return undefined;
    }
    return [...own, ...further].sort((one, other) => other.from - one.from).reduce((text, { from, to, words: instead }) => text.toSpliced(from, to - from, ...instead), words).join('');
}
