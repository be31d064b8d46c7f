import type { SearchSource, SourceDocument } from './search-source';

const mostKept = 1000;

/** Texts of documents that were on somebody's screen lately: what is found is shown without reading it from the database each time. */
export class DocumentShelf {
    /** the one asked for last at the end */
    private readonly kept = new Map<string, SourceDocument>();
    private forgotten = 0;

    /** The documents of a source that there are, by id. */
    async read(source: SearchSource, ids: readonly string[]): Promise<ReadonlyMap<string, SourceDocument>> {
        const found = new Map<string, SourceDocument>();
        for (const id of ids) {
            const known = this.kept.get(id);
            if (known) {
                found.set(id, known);
                this.keep(known);
            }
        }
        const unknown = ids.filter(each => !found.has(each));
        const before = this.forgotten;
        for (const each of unknown.length ? await source.load(unknown) : []) {
            found.set(each.id, each);
            if (this.forgotten === before) { // what was read may be what has just been changed
                this.keep(each);
            }
        }
        return found;
    }

    forget(ids: readonly string[]): void {
        this.forgotten++;
        ids.forEach(each => this.kept.delete(each));
    }

    private keep(document: SourceDocument): void {
        this.kept.delete(document.id);
        this.kept.set(document.id, document);
        if (this.kept.size > mostKept) {
            this.kept.delete(this.kept.keys().next().value!);
        }
    }
}
