import { languages } from '../access/session-contract';
import { done, id, moment, operation, SIGNED_IN, z } from '../api/operation';

const text = z.string().max(200);
const link = z.string().max(300);
const route = <M extends 'GET' | 'POST' | 'PUT' | 'DELETE'>(method: M, path: `/${string}` | '', summary: string) => ({ method, path: `/search${path}` as const, summary, tags: ['search'] });
const yesOrNo = z.union([z.boolean(), z.stringbool()]).default(false);
/** In which language categories are named. */
const language = z.enum(languages).default('en');
const choices = z.array(z.string().max(100)).max(50).optional();

/** A piece of a text, and whether it is what was looked for. */
export const textPart = z.object({ text: z.string(), marked: z.boolean() });
export type TextPart = z.infer<typeof textPart>;

/** The same in another language. */
export const translation = z.object({ id, link: z.string(), language: z.string(), title: z.string() });
export type Translation = z.infer<typeof translation>;

/** Something found; once, though it stands in several languages: the others the caller may see are its translations. `state` is `unverified` when its review is overdue. */
export const foundRow = z.object({
    kind: z.string(), id, link: z.string(), title: z.array(textPart), snippet: z.object({ parts: z.array(textPart), cutBefore: z.boolean(), cutAfter: z.boolean() }).nullable(),
    category: z.object({ id: z.string(), name: z.string() }).nullable(), language: z.string(), translations: z.array(translation), state: z.enum(['current', 'unverified']), pinned: z.boolean(), updatedAt: moment
});
export type FoundRow = z.infer<typeof foundRow>;

export const facetValue = z.object({ value: z.string(), name: z.string(), count: z.number() });
/** Counts of all that was found, not of the rows given; most frequent first. What stands in several languages counts once, and once in each of them. */
export const facets = z.object({ kind: z.array(facetValue), category: z.array(facetValue), language: z.array(facetValue) });
/** `building` while the index is not yet complete: more may be found later. */
export const findings = z.object({
    rows: z.array(foundRow), total: z.number(), facets, corrections: z.array(z.object({ typed: z.string(), read: z.array(z.string()) })), tookMs: z.number(), building: z.boolean()
});
export type Findings = z.infer<typeof findings>;

export const suggestion = z.object({ id, kind: z.string(), link: z.string(), title: z.array(textPart) });
export type Suggestion = z.infer<typeof suggestion>;
/** The whole of something found, with what was looked for set off. */
export const preview = foundRow.omit({ snippet: true, pinned: true, translations: true }).extend({ questions: z.array(z.array(textPart)), tags: z.array(z.string()), text: z.array(textPart), cut: z.boolean() });
export type Preview = z.infer<typeof preview>;

const words = z.array(z.string().trim().min(1).max(60)).min(2).max(20);
/** Words that mean the same; with `oneWay` the first finds the others but not the reverse. */
export const synonym = z.object({ id, words: z.array(z.string()), oneWay: z.boolean(), version: z.number() });
export type Synonym = z.infer<typeof synonym>;
/** Words that people put for others when a search led nowhere. `searches`: how often, on so many `days`; `opened`: something was opened after the second; `lastOn`: YYYY-MM-DD, UTC. */
export const proposedSynonym = z.object({ id, from: z.string(), to: z.string(), searches: z.number(), opened: z.number(), days: z.number(), lastOn: z.string() });
export type ProposedSynonym = z.infer<typeof proposedSynonym>;
const queries = z.array(z.string().trim().min(1).max(100)).min(1).max(20);
const links = z.array(link).min(1).max(10);
/** Answers that come first for certain queries. The title is null of what the caller may not see, or what is gone. */
export const pin = z.object({ id, queries: z.array(z.string()), answers: z.array(z.object({ link: z.string(), title: z.string().nullable() })), version: z.number() });
export type Pin = z.infer<typeof pin>;

/** A query that often leads nowhere. `searches`: how often it was asked, `empty`: nothing was found, `unopened`: nothing found was opened. */
export const gap = z.object({ query: z.string(), searches: z.number(), empty: z.number(), unopened: z.number(), lastAt: moment });
export type Gap = z.infer<typeof gap>;

/** What became of an answer in an interaction: it was on the screen, it was read out, or somebody said that it was used. Each more than the one before. */
export const answerUses = ['opened', 'read-out', 'used'] as const;
export type AnswerUse = typeof answerUses[number];
/** An answer as it was shown: where to read it, and whether it says the same still (`current`), something else (`changed`), or nothing any more (`gone`). */
export const shownVersion = z.object({ path: z.string(), title: z.string(), state: z.enum(['current', 'changed', 'gone']) });
export type ShownVersion = z.infer<typeof shownVersion>;

/** That something was opened or read out during an interaction. `shown` is null where nobody knows which version it was, or the caller may not know. */
export const linkedAnswer = z.object({ id, interaction: z.string(), link: z.string(), kind: z.string(), title: z.string(), at: moment, personName: z.string(), own: z.boolean(), how: z.enum(answerUses), shown: shownVersion.nullable() });
export type LinkedAnswer = z.infer<typeof linkedAnswer>;

export const searchOperations = {
    find: operation(SIGNED_IN).route(route('GET', '', 'What says this, the best first: only what the caller may see. +must -not "phrase" title: and the like may be typed'))
        .input(z.object({ text, kinds: choices, categories: choices, languages: choices, typing: yesOrNo, language, limit: z.coerce.number().int().min(1).max(100).default(20) })).output(findings),
    suggest: operation(SIGNED_IN).route(route('GET', '/suggestions', 'Titles to choose from while somebody types'))
        .input(z.object({ text, limit: z.coerce.number().int().min(1).max(20).default(8) })).output(z.array(suggestion)),
    preview: operation(SIGNED_IN).route(route('GET', '/documents/{id}', 'Something found, in full')).input(z.object({ id, text: text.default(''), language })).output(preview),
    note: operation(SIGNED_IN).route(route('POST', '/log', 'Note a search that is over, and what was opened; without who searched')).input(z.object({ text, opened: link.optional() })).output(done),
    gaps: operation('search:read').route(route('GET', '/gaps', 'Queries of the last 90 days that were asked at least twice and led nowhere, the most frequent first'))
        .input(z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) })).output(z.array(gap)),
    state: operation('search:read').route(route('GET', '/index', 'Which engine searches, in how much, and what is still to be read'))
        .output(z.object({ engine: z.string(), documents: z.number(), waiting: z.number(), terms: z.number(), bytes: z.number().nullable() })),
    synonyms: operation('search:read').route(route('GET', '/synonyms', 'Groups of words that mean the same')).output(z.array(synonym)),
    addSynonym: operation('search:curate').route(route('POST', '/synonyms', 'Add words that mean the same')).input(z.object({ words, oneWay: z.boolean().default(false) })).output(synonym),
    changeSynonym: operation('search:curate').route(route('PUT', '/synonyms/{id}', 'Change words that mean the same')).input(z.object({ id, version: z.number().int(), words, oneWay: z.boolean() })).output(synonym),
    removeSynonym: operation('search:curate').route(route('DELETE', '/synonyms/{id}', 'Remove words that mean the same')).input(z.object({ id })).output(done),
    proposals: operation('search:read').route(route('GET', '/synonym-proposals', 'Words that people of at least three sessions put for others within a minute, when a search led nowhere')).output(z.array(proposedSynonym)),
    dismissProposal: operation('search:curate').route(route('PUT', '/synonym-proposals/{id}', 'Propose a pair of words no more, or again')).input(z.object({ id, dismissed: z.boolean() })).output(done),
    pins: operation('search:read').route(route('GET', '/pins', 'Answers that come first')).output(z.array(pin)),
    addPin: operation('search:curate').route(route('POST', '/pins', 'Put answers first for certain queries')).input(z.object({ queries, links })).output(pin),
    changePin: operation('search:curate').route(route('PUT', '/pins/{id}', 'Change answers that come first')).input(z.object({ id, version: z.number().int(), queries, links })).output(pin),
    removePin: operation('search:curate').route(route('DELETE', '/pins/{id}', 'Put answers first no more')).input(z.object({ id })).output(done),
    linkedAnswers: operation(SIGNED_IN).route(route('GET', '/linked-answers', 'What was used in an interaction that the caller may see, the first first')).input(z.object({ interaction: link })).output(z.array(linkedAnswer)),
    linkAnswer: operation(SIGNED_IN).route(route('POST', '/linked-answers', 'Note that something was opened, read out or used in an interaction; the caller must see both')).input(z.object({ interaction: link, link, how: z.enum(answerUses).default('used') })).output(linkedAnswer),
    unlinkAnswer: operation(SIGNED_IN).route(route('DELETE', '/linked-answers/{id}', 'Take back what the caller noted')).input(z.object({ id })).output(done)
};
