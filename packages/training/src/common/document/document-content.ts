import { canonicalScript } from '../script/canonical-script';
import type { DiagramReference } from '../diagram/diagram';
import type { Script } from '../script/script';
import { scriptText } from '../script/script-text';
import type { ChangeSize } from './version-number';

/** The two kinds of the catalogue: work with customers, and what keeps the centre running (CC-CMM-OC 39–46). */
export const documentKinds = ['business', 'management'] as const;
export type DocumentKind = typeof documentKinds[number];

/** The second layer of the catalogue: channels of business documents, fields of management documents. */
export const chaptersOfKind = {
    business: ['inbound', 'outbound', 'messages', 'self-service', 'counter', 'complaints', 'every-channel'],
    management: ['quality', 'knowledge', 'people', 'planning', 'security', 'systems', 'suppliers']
} as const satisfies Readonly<Record<DocumentKind, readonly string[]>>;
export const chapters = [...chaptersOfKind.business, ...chaptersOfKind.management] as const;
export type Chapter = typeof chapters[number];

export const isChapterOf = (kind: DocumentKind, chapter: Chapter): boolean => (chaptersOfKind[kind] as readonly Chapter[]).includes(chapter);

export const documentLanguages = ['zh-cn', 'zh-tw', 'en'] as const;
export type DocumentLanguage = typeof documentLanguages[number];

/** All that is reviewed and approved of a version: what it says, whom it concerns, and how. */
export interface DocumentContent {
    readonly language: DocumentLanguage;
    readonly title: string;
    readonly kind: DocumentKind;
    readonly chapter: Chapter;
    /** The third layer, in the centre's own words; empty for none. */
    readonly area: string;
    /** Only those whom it concerns may read it. */
    readonly restricted: boolean;
    /** It concerns every position, new ones too; then `positionIds` says nothing. */
    readonly everybody: boolean;
    readonly positionIds: readonly string[];
    /** Days within which those concerned acknowledge it, from the day that it takes effect. */
    readonly acknowledgeDays: number;
    /** Days after which it is looked at again: a year at most. */
    readonly reviewDays: number;
    readonly change: ChangeSize;
    /** Markdown with anchors behind its headings. Of a call script, what `scriptText` makes of it. */
    readonly text: string;
    /** Of a call script: its steps, each of which is a clause of the text. */
    readonly script: Script | null;
    /** The diagrams that stand in the text; none where there is nothing said of them. */
    readonly diagrams?: readonly DiagramReference[];
}

/** The content with the text that its script says; any other as it is. */
export const withScriptText = (content: DocumentContent): DocumentContent => content.script ? { ...content, text: scriptText(content.script) } : content;

export const longestReviewDays = 365;

/** Clauses of one document. What is longer is a handbook, and better acknowledged in parts. */
export const mostClauses = 500;

export const newContent = (about: Pick<DocumentContent, 'language' | 'title' | 'kind' | 'chapter'> & Partial<DocumentContent>): DocumentContent => ({
    area: '', restricted: false, everybody: false, positionIds: [], acknowledgeDays: 7, reviewDays: longestReviewDays, change: 'major', text: '', script: null, ...about
});

/**
 * The one text of a content, for hashes: JSON with its members in one order (after RFC 8785), in Unicode's composed form, lines ended by a line feed
 * only, positions in order and once.
 */
export function canonicalContent(content: DocumentContent): string {
    const one = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');
    const { area, language, title, kind, chapter, restricted, everybody, acknowledgeDays, reviewDays, change, text } = content;
    const script = content.script ? { script: canonicalScript(content.script) } : {};
    // A content without diagrams has the hash that it had before there were any.
    const diagrams = content.diagrams?.length ? { diagrams: content.diagrams.map(({ hash, id, name }) => ({ hash, id, name: one(name) })).sort((first, second) => first.id < second.id ? -1 : 1) } : {};
    return JSON.stringify({
        acknowledgeDays, area: one(area), change, chapter, ...diagrams, everybody, kind, language, positionIds: everybody ? [] : [...new Set(content.positionIds)].sort(), restricted, reviewDays, ...script, text: one(text), title: one(title)
    });
}
