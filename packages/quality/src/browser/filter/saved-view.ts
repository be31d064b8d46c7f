/** A choice of filters that somebody gave a name. */
export interface SavedView {
    readonly id: string;
    readonly name: string;
    /** As it stands in the address: `queue=Billing&evaluated=not-by-me`. */
    readonly search: string;
}

/** The part of an address that is filters, in a fixed order: two addresses with the same filters give the same text. */
export function filtersOf(query: URLSearchParams, names: readonly string[]): string {
    const kept = new URLSearchParams();
    [...names].sort().forEach(name => {
        const value = query.get(name);
        if (value) {
            kept.set(name, value);
        }
    });
    return kept.toString();
}

/** Values for every filter of a view: those that it does not have are taken away. */
export const valuesOf = (view: Pick<SavedView, 'search'>, names: readonly string[]): Readonly<Record<string, string | null>> => {
    const query = new URLSearchParams(view.search);
    return Object.fromEntries(names.map(name => [name, query.get(name)]));
};

/** Adds a view; one of the same name is replaced, in its place. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
    const same = views.findIndex(each => each.name === view.name);
    return same < 0 ? [...views, view] : views.map((each, index) => index === same ? { ...view, id: each.id } : each);
}

export const renamed = (views: readonly SavedView[], id: string, name: string): readonly SavedView[] => views.map(each => each.id === id ? { ...each, name } : each);
export const withoutView = (views: readonly SavedView[], id: string): readonly SavedView[] => views.filter(each => each.id !== id);
