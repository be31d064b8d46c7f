import type { LinkTitles } from '@earshot/writing/lib/common/markdown/render-markdown';
/** Links to articles stand in the text by id, so that renaming breaks none: `[how to report a loss](earshot:/knowledge/articles/<id>)`. */
const pattern = /earshot:\/knowledge\/articles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

const addressOf = (id: string): string => `earshot:/knowledge/articles/${id}`;

/** Ids of the articles that texts link to, each once, in order. */
export const linkedArticles = (texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(each => each[1]!)))];

/** Characters with a meaning within the text of a Markdown link. */
const escaped = (title: string): string => title.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ').trim();

/** A link to an article as an editor inserts it. An empty text stands for the title that the article has when it is read. */
export const articleLink = (id: string, text = ''): string => `[${escaped(text)}](${addressOf(id)})`;

/** What the links of texts to articles are called. @param titles by id, of those articles that may be told of; a link to any other one leads nowhere */
export const articleLinkTitles = (texts: readonly string[], titles: ReadonlyMap<string, string>): LinkTitles => new Map(linkedArticles(texts).map(id => [addressOf(id), titles.get(id) ?? null]));
