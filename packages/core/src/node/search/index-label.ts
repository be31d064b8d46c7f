import type { SearchSource } from './search-source';

/** Which documents are in the index, and in which version. */
export type KnownVersions<S> = Map<string, { readonly source: S; readonly version: string }>;

/** What stands on an index that is put away: the versions in it, by the kind of their source. */
export function writeLabel(known: KnownVersions<Pick<SearchSource, 'kind'>>): string {
    const kinds: Record<string, [string, string][]> = {};
    known.forEach(({ source, version }, id) => (kinds[source.kind] ??= []).push([id, version]));
    return JSON.stringify(kinds);
}

/** The versions in an index that is taken up again. What belongs to a source that is no more keeps no version here, and is found by nobody: its permission is gone with it. */
export function readLabel<S extends Pick<SearchSource, 'kind'>>(label: string | undefined, sources: readonly S[]): KnownVersions<S> {
    const known: KnownVersions<S> = new Map();
    const kinds = label === undefined ? {} : JSON.parse(label) as Record<string, [string, string][]>;
    for (const source of sources) {
        kinds[source.kind]?.forEach(([id, version]) => known.set(id, { source, version }));
    }
    return known;
}
