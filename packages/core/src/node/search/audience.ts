import { isVisible, type SearchDocument, type Viewer } from '@earshot/search';
import type { Person } from '../work/work-contributions';
import type { SearchSource, SourceDocument } from './search-source';

/** A group as the index knows it: a person of a group of one source is not of the same group of another. */
const inSource = (kind: string, group: string): string => `${kind} ${group}`;

/** The groups that core knows somebody to be in. */
export const groupsOf = ({ personId, roles, teamIds }: Pick<Person, 'personId' | 'roles' | 'teamIds'>): string[] =>
    ['everyone', `person:${personId}`, ...roles.map(each => `role:${each}`), ...teamIds.map(each => `team:${each}`)];

/** What a person may find, as the index asks for it: of each source for which they have the permission, what is for one of their groups. */
export async function audienceOf(principal: Person, sources: readonly SearchSource[]): Promise<string[]> {
    const allowed = sources.filter(each => principal.permissions.has(each.permission));
    const audiences = await Promise.all(allowed.map(async source =>
        [...groupsOf(principal), ...await source.groups?.(principal) ?? []].map(group => inSource(source.kind, group))));
    return audiences.flat();
}

/** A document of a source as the index keeps it; its version for an engine that lasts. */
export const asIndexed = (kind: string, { id, version, fields, language, category, audience, validFrom, validUntil, updatedAt, weight }: SourceDocument): SearchDocument & { readonly version: string } =>
    ({ id, version, kind, fields, language, category, audience: audience.map(each => inSource(kind, each)), validFrom, validUntil, updatedAt, weight });

/** Whether a document is one that a viewer may see at this moment. */
export const isForViewer = (kind: string, document: SourceDocument, viewer: Viewer): boolean => isVisible(asIndexed(kind, document), viewer);
