import { foldedScript } from '@earshot/core/lib/common/search/folded-script';
import type { ShownTurn } from './transcript-contract';

/** A place where something was found: words of one turn, the last included. */
export interface TranscriptHit { readonly turn: number; readonly firstWord: number; readonly lastWord: number; readonly fromMs: number }

/** Either script of Chinese, either case of Latin letters, any width; as long as before, so that places stay places. */
const folded = (text: string): string => foldedScript(text).replace(/[A-ZÀ-ÖØ-Þ\uff01-\uff5e]/g, each => each >= '\uff01' ? String.fromCharCode(each.charCodeAt(0) - 0xfee0).toLowerCase() : each.toLowerCase());

/**
 * Where a text is said. Spaces and punctuation between words do not matter; what is masked is never found.
 * @param query as typed; empty finds nothing.
 */
export function findInTranscript(turns: readonly ShownTurn[], query: string): readonly TranscriptHit[] {
    const wanted = folded(query).replace(/[\s\p{P}\p{Cc}]/gu, '');
    if (wanted === '') {
        return [];
    }
    return turns.flatMap((turn, index) => {
        const letters: { readonly letter: string; readonly word: number }[] = [];
        turn.words.forEach((word, place) => {
            for (const letter of word.hidden ? '\0' : folded(word.text).replace(/[\s\p{P}]/gu, '')) {
                letters.push({ letter, word: place });
            }
        });
        const text = letters.map(each => each.letter).join('');
        const hits: TranscriptHit[] = [];
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
            const [first, last] = [letters[at], letters[at + wanted.length - 1]];
            if (first && last) {
                hits.push({ turn: index, firstWord: first.word, lastWord: last.word, fromMs: turn.words[first.word]!.fromMs });
            }
        }
        return hits;
    });
}

/** The turn and the word that are said at a moment, or were said last; undefined before the first. */
export function placeAt(turns: readonly ShownTurn[], ms: number): { readonly turn: number; readonly word: number } | undefined {
    let turn = turns.length - 1;
    while (turn >= 0 && turns[turn]!.fromMs > ms) {
        turn--;
    }
    const found = turns[turn];
    return found && { turn, word: ms > found.toMs ? -1 : Math.max(0, found.words.findLastIndex(each => each.fromMs <= ms)) };
}
