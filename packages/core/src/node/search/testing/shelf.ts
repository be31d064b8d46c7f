import type { DocumentVersion, SearchSource, SourceDocument } from '../search-source';

/** A search source in memory: what the smallest one looks like, and what tests of search are filled from. */
export class Shelf implements SearchSource {
    readonly permission = 'person:read';
    readonly events = ['paper.changed'];
    private readonly papers = new Map<string, SourceDocument>();

    constructor(readonly kind = 'paper') { }

    put(...documents: readonly SourceDocument[]): void {
        documents.forEach(each => this.papers.set(each.id, each));
    }

    remove(id: string): void {
        this.papers.delete(id);
    }

    async versions(): Promise<readonly DocumentVersion[]> {
        return [...this.papers.values()].map(({ id, version, group, category }) => ({ id, version, group, category }));
    }

    async load(ids: readonly string[]): Promise<readonly SourceDocument[]> {
        return ids.flatMap(each => this.papers.get(each) ?? []);
    }
}

/** A paper that everybody may find, unless something else is said. */
export const paper = (id: string, title: string, about: Partial<SourceDocument> = {}): SourceDocument => ({
    id, version: '1', fields: { title }, language: 'zh-Hans', audience: ['everyone'], updatedAt: 0, link: `earshot:/papers/papers/${id}`, ...about
});
