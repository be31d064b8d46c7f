import type { Hit } from '../house-contract';
import { asSpelling, spelledName } from '../people/name-spelling';

/** The rank of a hit of which only its source knows why it fits. */
export const unrelated = 5;

/**
 * How well a hit answers what was typed, 0 the best: it is its name or number; the name begins with it; the name is spelled so in
 * pinyin, by initials or in full; a word or a number in it begins with it; it occurs somewhere; the source found it in its own way.
 */
export function rankOf({ title, subtitle }: Pick<Hit, 'title' | 'subtitle'>, text: string): number {
    const wanted = normalised(text);
    const name = normalised(title);
    const words = [...wordsOf(title), ...wordsOf(subtitle)];
    const spelling = spelledName(title) ?? '';
    const typed = asSpelling(text);
    const rules = [
        () => name === wanted || words.includes(wanted),
        () => name.startsWith(wanted),
        () => typed !== '' && spelling.split(' ').some(each => each.startsWith(typed)),
        () => words.some(each => each.startsWith(wanted)),
        () => `${name} ${normalised(subtitle)}`.includes(wanted) || typed !== '' && spelling.includes(typed)
    ];
    const first = rules.findIndex(each => each());
    return first < 0 ? unrelated : first;
}

/** The best hits first, each thing once; among equally good ones the order of the sources stays. */
export function rankHits(hits: readonly Hit[], text: string, limit: number): Hit[] {
    const seen = new Set<string>();
    return hits.filter(each => !seen.has(each.link) && seen.add(each.link))
        .map(hit => ({ hit, rank: rankOf(hit, text) }))
        .sort((one, other) => one.rank - other.rank)
        .slice(0, limit).map(each => each.hit);
}

const normalised = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
const wordsOf = (text: string): string[] => normalised(text).split(/[\s·,;/()|]+/).filter(Boolean);
