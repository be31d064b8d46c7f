import type { DocumentVersion } from './search-source';

interface Member { readonly group: string; readonly category: string | undefined }

/** Which documents are the same in several languages, and what each is filed under: counts are put right without reading one. */
export class TranslationGroups {
    private readonly known = new Map<string, Member>();
    private readonly members = new Map<string, Set<string>>();

    set({ id, group, category }: Pick<DocumentVersion, 'id' | 'group' | 'category'>): void {
        this.forget(id);
        if (group !== undefined) {
            this.known.set(id, { group, category });
            this.members.set(group, (this.members.get(group) ?? new Set()).add(id));
        }
    }

    forget(id: string): void {
        const group = this.known.get(id)?.group;
        const members = group === undefined ? undefined : this.members.get(group);
        members?.delete(id);
        if (group !== undefined && members?.size === 0) {
            this.members.delete(group);
        }
        this.known.delete(id);
    }

    of(id: string): string | undefined {
        return this.known.get(id)?.group;
    }

    categoryOf(id: string): string | undefined {
        return this.known.get(id)?.category;
    }

    /** The others of its group. */
    besides(id: string): readonly string[] {
        return [...this.members.get(this.of(id) ?? '') ?? []].filter(each => each !== id);
    }
}
