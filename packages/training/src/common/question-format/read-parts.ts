import type { AcceptedText, MatchingQuestion } from '../question/question';
import { placeId } from './question-format';

/** A member that is there only where something is written. */
export const optional = <Key extends string>(key: Key, text: string): { readonly [Name in Key]?: string } => (text === '' ? {} : { [key]: text }) as { readonly [Name in Key]?: string };

/** Pairs in the order of the file; a match without a stem belongs nowhere. */
export function matchingItems(read: readonly { readonly stem: string; readonly match: string }[]): Pick<MatchingQuestion, 'pairs' | 'extras'> {
    const all = read.map(({ stem, match }, at) => ({ id: placeId(at), stem, matchId: `m${placeId(at)}`, match }));
    return { pairs: all.filter(each => each.stem !== ''), extras: all.filter(each => each.stem === '').map(each => ({ id: each.matchId, text: each.match })) };
}

/** Behind the other answers, an asterisk that earns nothing carries what Moodle says about any other one. */
export function acceptedTexts(read: readonly AcceptedText[]): { readonly accepted: readonly AcceptedText[]; readonly otherwise?: string } {
    const last = read.at(-1);
    return read.length > 1 && last?.text === '*' && last.share === 0 ? { accepted: read.slice(0, -1), ...optional('otherwise', last.feedback ?? '') } : { accepted: read };
}

/** Moodle's way from the course to the category, without what says where a course begins. */
export const categoryOf = (path: string): string => path.split('/').map(each => each.trim()).filter(each => each !== '' && each !== 'top' && !/^\$\w+\$$/u.test(each)).join('/').slice(0, 200);
