/** Which documents are the same in several languages. */
export class TranslationGroups {
    private readonly groups = new Map<string, string>();
    private readonly members = new Map<string, Set<string>>();

    /** @param group undefined for what stands alone, or is gone */
    set(id: string, group: string | undefined): void {
        const before = this.groups.get(id);
        if (before === group) {
            return;
        }
        this.members.get(before ?? '')?.delete(id);
        if (group === undefined) {
            this.groups.delete(id);
        } else {
            this.groups.set(id, group);
            this.members.set(group, (this.members.get(group) ?? new Set()).add(id));
        }
    }

    of(id: string): string | undefined {
        return this.groups.get(id);
    }

    /** The others of its group. */
    besides(id: string): readonly string[] {
        return [...this.members.get(this.groups.get(id) ?? '') ?? []].filter(each => each !== id);
    }
}
