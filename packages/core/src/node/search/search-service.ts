import { inject, injectable } from '@theia/core/shared/inversify';
import { analyse, fieldNames, highlight, type Highlight, highlightsOf, isInPair, type SearchHit, snippet, type Viewer } from '@earshot/search';
import { parseLink } from '../../common/linking/entity-link';
import type { Findings, FoundRow, Preview } from '../../common/search/search-contract';
import { byGroup, shownOf, type Surplus, surplusOf } from '../../common/search/translations';
import { orNotFound } from '../api/failure';
import type { Person } from '../work/work-contributions';
import { audienceOf, isForViewer } from './audience';
import { SearchIndex } from './search-index';
import type { SearchSource, SourceDocument } from './search-source';

const snippetLength = 120;
const longestPreview = 20_000;
/** Looked at for each row, so that enough are left when translations of the same are one row. */
const spare = 3;
/** As far down translations are told apart from further findings in the counts. */
const mostCounted = 2000;
/** Languages of the screen as those of texts. */
const tags: Readonly<Record<string, string>> = { en: 'en', 'zh-cn': 'zh-Hans', 'zh-tw': 'zh-Hant' };

export interface SearchRequest {
    readonly text: string;
    readonly kinds?: readonly string[];
    readonly categories?: readonly string[];
    readonly languages?: readonly string[];
    readonly typing?: boolean;
    readonly language?: string;
    readonly limit: number;
}

interface Found { readonly source: SearchSource; readonly document: SourceDocument }

/** Finds for a person what they may see, and shows where it says what was looked for. */
@injectable()
export class SearchService {
    constructor(@inject(SearchIndex) private readonly index: SearchIndex) { }

    async find(principal: Person, { text, kinds, categories, languages, typing = false, language = 'en', limit }: SearchRequest): Promise<Findings> {
        const begun = performance.now();
        const viewer = await this.viewerOf(principal);
        const [{ hits, ranked, total, facets, corrections }, preferred] = await Promise.all([
            this.index.search(text, { viewer, filter: { kinds, categories, languages }, typing, limit: limit * spare, ranked: mostCounted, facets: ['kind', 'category', 'language'] }),
            this.readingLanguage(principal, language)
        ]);
        const found = await this.read(viewer, hits.map(each => each.id));
        const shown = byGroup(hits.filter(each => found.has(each.id)), each => this.index.translations.of(each.id)).slice(0, limit).map(group => shownOf(group, each => found.get(each.id)?.document.language, preferred));
        const translations = await this.read(viewer, shown.flatMap(each => this.index.translations.besides(each.id)));
        const surplus = this.surplus(ranked);
        const names = await this.categoryNames([...found.values()].map(each => each.source), [...facets.category ?? []].map(each => each.value), language);
        const named = (values: typeof facets.kind, less: ReadonlyMap<string, number> = new Map()): { value: string; name: string; count: number }[] =>
            (values ?? []).map(each => ({ ...each, count: each.count - (less.get(each.value) ?? 0), name: names.get(each.value) ?? each.value })).sort((one, other) => other.count - one.count);
        return {
            rows: shown.map(hit => asRow(hit, found.get(hit.id)!, names, this.index.translations.besides(hit.id).flatMap(id => translations.get(id)?.document ?? []))), total: total - surplus.total,
            facets: { kind: named(facets.kind, surplus.kind), category: named(facets.category, surplus.category), language: named(facets.language) },
            corrections: corrections.map(({ typed, read }) => ({ typed, read: [...read] })), building: this.index.building, tookMs: Math.round((performance.now() - begun) * 10) / 10
        };
    }

    /** What was counted more than once: what is of the same group. */
    private surplus(ids: readonly string[]): Surplus {
        const { translations } = this.index;
        const groups = byGroup(ids, each => translations.of(each)).filter(each => each.length > 1);
        return surplusOf(groups.map(group => group.map(id => ({ kind: this.index.sourceOf(id)?.kind ?? '', category: translations.categoryOf(id) }))));
    }

    private async readingLanguage(principal: Person, screen: string): Promise<string> {
        for (const each of this.index.sources) {
            const own = await each.readingLanguage?.(principal);
            if (own !== undefined) {
                return own;
            }
        }
        return tags[screen] ?? screen;
    }

    /** How much a query finds, and where a link, or a translation of what it leads to, stands among the first so many: 1 for the first, 0 for not among them. */
    async rankOf(principal: Person, text: string, link: string | undefined, deepest: number): Promise<{ readonly total: number; readonly rank: number }> {
        const viewer = await this.viewerOf(principal);
        const { ranked, total } = await this.index.search(text, { viewer, typing: true, limit: 0, ranked: link === undefined ? 0 : deepest });
        const found = await this.read(viewer, ranked);
        const group = this.index.translations.of(parseLink(link ?? '')?.id ?? '');
        const isMeant = (id: string): boolean => found.get(id)!.document.link === link || group !== undefined && this.index.translations.of(id) === group;
        return { total, rank: ranked.filter(each => found.has(each)).findIndex(isMeant) + 1 };
    }

    async suggest(principal: Person, { text, limit }: { readonly text: string; readonly limit: number }): Promise<{ id: string; kind: string; link: string; title: FoundRow['title'] }[]> {
        const viewer = await this.viewerOf(principal);
        const suggestions = await this.index.suggest(text, { viewer, limit });
        const found = await this.read(viewer, suggestions.map(each => each.id));
        return suggestions.flatMap(({ id, title, highlights }) => {
            const there = found.get(id);
            return there ? [{ id, kind: there.source.kind, link: there.document.link, title: highlight(title, highlights) }] : [];
        });
    }

    /** @throws NOT_FOUND for what is not in the index, or not for the caller. */
    async preview(principal: Person, { id, text, language = 'en' }: { readonly id: string; readonly text: string; readonly language?: string }): Promise<Preview> {
        const viewer = await this.viewerOf(principal);
        const there = orNotFound((await this.read(viewer, [id])).get(id));
        const { source, document } = there;
        const { fields } = document;
        const body = (fields.text ?? '').slice(0, longestPreview);
        const wanted = analyse(text).filter(each => !each.stopWord);
        const terms = new Set(wanted.filter(each => !isInPair(each, wanted)).map(each => each.term));
        const highlights = highlightsOf({ ...fields, text: body }, fieldNames, terms, []);
        const names = await this.categoryNames([source], document.category === undefined ? [] : [document.category], language);
        const row = rowOf(there, highlights, names);
        return {
            ...row, tags: [...fields.tags ?? []], text: highlight(body, inField(highlights, 'text')), cut: body.length < (fields.text ?? '').length,
            questions: (fields.questions ?? []).map((each, value) => highlight(each, inField(highlights, 'questions', value)))
        };
    }

    private async viewerOf(principal: Person): Promise<Viewer> {
        return { audience: await audienceOf(principal, this.index.sources), at: Date.now() };
    }

    /** What was found, as it is now: what has meanwhile become invisible is left out. */
    private async read(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Found>> {
        const found = new Map<string, Found>();
        await Promise.all(this.index.sources.map(async source => {
            const own = ids.filter(each => this.index.sourceOf(each) === source);
            for (const [id, document] of own.length ? await this.index.documents.read(source, own) : []) {
                if (isForViewer(source.kind, document, viewer)) {
                    found.set(id, { source, document });
                }
            }
        }));
        return found;
    }

    private async categoryNames(sources: readonly SearchSource[], categories: readonly string[], language: string): Promise<ReadonlyMap<string, string>> {
        const all = await Promise.all([...new Set(sources)].map(async each => await each.categoryNames?.(categories, language) ?? new Map<string, string>()));
        return new Map(all.flatMap(each => [...each]));
    }
}

const inField = (highlights: readonly Highlight[], field: Highlight['field'], value = 0): readonly Highlight[] => highlights.filter(each => each.field === field && each.value === value);

/** The text where it says so; else another way to ask, where that is what was asked; else how the text begins. */
function snippetOf({ questions, text }: SourceDocument['fields'], highlights: readonly Highlight[]): FoundRow['snippet'] {
    const inText = inField(highlights, 'text');
    const asked = highlights.find(each => each.field === 'questions');
    const shown = inText.length || !asked ? text : questions?.[asked.value];
    if (!shown) {
        return null;
    }
    const { parts, cutBefore, cutAfter } = snippet(shown, inText.length ? inText : asked ? inField(highlights, 'questions', asked.value) : [], snippetLength);
    return { parts: [...parts], cutBefore, cutAfter };
}

const rowOf = ({ source, document }: Found, highlights: readonly Highlight[], names: ReadonlyMap<string, string>) => ({
    kind: source.kind, id: document.id, link: document.link, title: highlight(document.fields.title, inField(highlights, 'title')), language: document.language,
    category: document.category === undefined ? null : { id: document.category, name: names.get(document.category) ?? document.category },
    state: document.state ?? 'current', updatedAt: new Date(document.updatedAt).toISOString()
} satisfies Partial<FoundRow>);

const asRow = ({ highlights, pinned }: SearchHit, found: Found, names: ReadonlyMap<string, string>, translations: readonly SourceDocument[]): FoundRow => ({
    ...rowOf(found, highlights, names), pinned, snippet: snippetOf(found.document.fields, highlights),
    translations: translations.map(({ id, link, language, fields }) => ({ id, link, language, title: fields.title })).sort((one, other) => one.language < other.language ? -1 : 1)
});
