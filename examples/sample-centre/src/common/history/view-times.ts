import type { QuestionKind } from '@earshot/training/lib/common/question/question';
import type { Chance } from './chance';

/** How much longer a kind takes than a choice does. */
const slower: Readonly<Partial<Record<QuestionKind, number>>> = { listening: 5, essay: 4, gaps: 2, matching: 2, ordering: 2 };
/** Some press on without reading: so often, and so long do they look. */
const [guesses, guessMs] = [0.03, [900, 2600]] as const;
/** The rest goes by between questions. */
const onQuestions = 0.9;

/** How long somebody had each question of a paper in view, in milliseconds. @param wholeMs from the beginning to handing in */
export function pastViewTimes(kinds: readonly QuestionKind[], wholeMs: number, chance: Chance): readonly number[] {
    const weights = kinds.map(kind => (slower[kind] ?? 1) * (0.5 + chance.next()));
    const all = weights.reduce((sum, each) => sum + each, 0);
    return weights.map(each => Math.round(chance.happens(guesses) ? chance.between(...guessMs) : each / all * wholeMs * onQuestions));
}
