/** For packages above that look for phrases in texts: cut into words as the search cuts them, either script of Chinese, whatever the spaces and punctuation. */
import { analyse } from '@earshot/search/lib/analysis/analyse';
import { phrasePlaces, unitTokens } from '@earshot/search/lib/text/text-matching';

/** Characters and words of a phrase, in order, as they are compared. */
export const phraseTerms = (phrase: string): readonly string[] => unitTokens(analyse(phrase)).map(each => each.term);

/** Where each of the phrases (their terms) stands in a text: UTF-16 units. The text is cut once. */
export function placesOfPhrases(text: string, phrases: readonly (readonly string[])[]): readonly (readonly { readonly start: number; readonly end: number }[])[] {
    const tokens = analyse(text);
    return phrases.map(each => phrasePlaces(tokens, each));
}
