import { type Clause, linesOf, outlineOf } from '../document/clauses';
import type { DocumentContent } from '../document/document-content';
import type { DiagramReference } from './diagram';

/** Where a diagram stands in the text: a line of its own, written as a picture is. */
const placed = /^ {0,3}!\[([^[\]]*)\]\(diagram:(d-[a-z0-9]{8})\)\s*$/;
/** The same anywhere in a line, also with the beginning of its hash (`comparedClauses`). */
const mentioned = /!\[([^[\]]*)\]\(diagram:(d-[a-z0-9]{8})(?:#[0-9a-f]*)?\)/g;

export const isDiagramId = (id: string): boolean => /^d-[a-z0-9]{8}$/.test(id);
export const placeOfDiagram = ({ id, name }: Pick<DiagramReference, 'id' | 'name'>): string => `![${name.replace(/[[\]]/g, ' ')}](diagram:${id})`;

/** A piece of a text: Markdown, or the id of a diagram. */
export type TextPiece = { readonly markdown: string } | { readonly diagramId: string };

/** A text with the diagrams that stand in it, in order. */
export function piecesOf(text: string): readonly TextPiece[] {
    const pieces: TextPiece[] = [];
    let lines: string[] = [];
    const end = (): void => {
        const markdown = lines.join('\n').replace(/^\n+/, '').trimEnd();
        if (markdown) { pieces.push({ markdown }); }
        lines = [];
    };
    for (const line of linesOf(text)) {
        const diagramId = placed.exec(line)?.[2];
        if (diagramId) {
            end();
            pieces.push({ diagramId });
        } else {
            lines.push(line);
        }
    }
    end();
    return pieces;
}

/** The ids of the diagrams that stand in a text. */
export const placedDiagrams = (text: string): ReadonlySet<string> => new Set(piecesOf(text).flatMap(each => 'diagramId' in each ? [each.diagramId] : []));

/** The text with something else in the place of each diagram that it mentions. */
export const withDiagrams = (text: string, replace: (id: string, name: string) => string): string => text.replace(mentioned, (_, name: string, id: string) => replace(id, name));

/** The ids of those that a text mentions, of clauses that are compared, too. */
export const mentionedDiagrams = (text: string): ReadonlySet<string> => new Set([...text.matchAll(mentioned)].map(each => each[2]!));

/** Content stored before there were diagrams has none. */
export const diagramsOf = ({ diagrams = [] }: Pick<DocumentContent, 'diagrams'>): readonly DiagramReference[] => diagrams;

/** The clauses as they are compared: with another file for its diagram a clause says something else. */
export function comparedClauses(content: Pick<DocumentContent, 'text' | 'diagrams'>): readonly Clause[] {
    const hashes = new Map(diagramsOf(content).map(each => [each.id, each.hash]));
    return outlineOf(withDiagrams(content.text, (id, name) => placeOfDiagram({ id: `${id}#${hashes.get(id)?.slice(0, 16) ?? ''}`, name }))).clauses;
}
