/** Links to articles stand in the text by id, so that renaming breaks none: `[how to report a loss](earshot:/knowledge/articles/<id>)`. */
const pattern = /earshot:\/knowledge\/articles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/** Ids of the articles that texts link to, each once, in order. */
export const linkedArticles = (texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap(text => [...text.matchAll(pattern)].map(each => each[1]!)))];

/** Characters with a meaning within the text of a Markdown link. */
const escaped = (title: string): string => title.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ').trim();

/** A link to an article as an editor inserts it. An empty text stands for the title that the article has when it is read. */
export const articleLink = (id: string, text = ''): string => `[${escaped(text)}](earshot:/knowledge/articles/${id})`;
