import type { Hit } from '../../common/house-contract';
import type { FoundRow, TextPart } from '../../common/search/search-contract';
import { rankOf } from '../../common/work/rank-hits';
import { groupHits } from '../quick-input/recent-hits';

/** A page of the product, as one can go to it by name. */
export interface PanelPage {
    readonly path: string;
    readonly title: string;
    readonly area: string;
    readonly icon: string;
}

export type PanelEntry = { readonly key: string } & (
    { readonly type: 'document'; readonly row: FoundRow } | { readonly type: 'hit'; readonly hit: Hit } | { readonly type: 'page'; readonly page: PanelPage });

/** `recent`, `pages`, or a kind of thing. */
export interface PanelGroup {
    readonly id: string;
    readonly entries: readonly PanelEntry[];
}

export interface PanelContents {
    readonly text: string;
    readonly documents: readonly FoundRow[];
    /** People, calls, forms: found by name. */
    readonly hits: readonly Hit[];
    readonly recent: readonly Hit[];
    readonly pages: readonly PanelPage[];
}

const mostRecent = 3;
/** Up to this rank a hit is surely what was meant: it is its name or number, or begins with it. */
const surelyMeant = 1;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const asHits = (hits: readonly Hit[]): PanelEntry[] => hits.map(hit => ({ type: 'hit', key: hit.link, hit }));
const asPages = (pages: readonly PanelPage[]): PanelEntry[] => pages.map(page => ({ type: 'page', key: page.path, page }));

/**
 * What the quick panel lists, in groups. Without text: what was opened lately, and the pages. Else what was opened lately and fits, who or what
 * is called so, then what says so, then what is named alike, and pages. Each thing once.
 */
export function panelGroups({ text, documents, hits, recent, pages }: PanelContents): PanelGroup[] {
    const wanted = folded(text.trim());
    const listed = new Set<string>();
    const groups: PanelGroup[] = [];
    const add = (id: string, entries: readonly PanelEntry[]): void => {
        const left = entries.filter(each => !listed.has(each.key));
        left.forEach(each => listed.add(each.key));
        if (left.length) {
            groups.push({ id, entries: left });
        }
    };
    const byKind = (all: readonly Hit[]): void => groupHits(all).forEach(({ kind, hits: own }) => add(kind, asHits(own)));
    if (!wanted) {
        add('recent', asHits(recent));
        add('pages', asPages(pages));
        return groups;
    }
    add('recent', asHits(recent.filter(each => folded(each.title).includes(wanted)).slice(0, mostRecent)));
    byKind(hits.filter(each => rankOf(each, text) <= surelyMeant));
    for (const kind of new Set(documents.map(each => each.kind))) {
        add(kind, documents.filter(each => each.kind === kind).map(row => ({ type: 'document', key: row.link, row })));
    }
    byKind(hits.filter(each => rankOf(each, text) > surelyMeant));
    add('pages', asPages(pages.filter(each => folded(`${each.title} ${each.area}`).includes(wanted))));
    return merged(groups);
}

/** Groups of the same kind as one, where the first of them stands. */
function merged(groups: readonly PanelGroup[]): PanelGroup[] {
    return [...new Set(groups.map(each => each.id))].map(id => ({ id, entries: groups.filter(each => each.id === id).flatMap(each => each.entries) }));
}

/** A name with what was typed set off, where it stands in it as it was typed. */
export function typedIn(name: string, typed: string): TextPart[] {
    const wanted = folded(typed.trim());
    const start = wanted && folded(name).length === name.length ? folded(name).indexOf(wanted) : -1;
    return start < 0 ? [{ text: name, marked: false }] : [
        { text: name.slice(0, start), marked: false }, { text: name.slice(start, start + wanted.length), marked: true }, { text: name.slice(start + wanted.length), marked: false }
    ].filter(each => each.text);
}

/** What was found, in one of the languages in which it stands: 0 for the one that was found, then its translations. */
export function inLanguage(row: FoundRow, place: number): FoundRow {
    const chosen = row.translations[place - 1];
    if (!chosen) {
        return row;
    }
    const found = { id: row.id, link: row.link, language: row.language, title: row.title.map(each => each.text).join('') };
    return { ...row, ...chosen, title: [{ text: chosen.title, marked: false }], snippet: null, translations: [found, ...row.translations.filter(each => each !== chosen)] };
}
