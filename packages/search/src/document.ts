/** The fields that are searched. A title and questions are what somebody would ask; the text is the answer. */
export interface SearchFields {
    readonly title: string;
    /** other ways to ask the same */
    readonly questions?: readonly string[];
    readonly tags?: readonly string[];
    readonly text?: string;
}

export type FieldName = keyof SearchFields;

/** In the order of their numbers; the last is the body. */
export const fieldNames: readonly FieldName[] = ['title', 'questions', 'tags', 'text'];

/** Something that can be found. Times are milliseconds since 1970. */
export interface SearchDocument {
    readonly id: string;
    /** what it is: an article, a process document … */
    readonly kind: string;
    readonly fields: SearchFields;
    /** as BCP 47 writes it: zh-Hans, zh-Hant, en */
    readonly language: string;
    /** Who may find it: anybody with one of these. Nobody, if there is none. */
    readonly audience: readonly string[];
    readonly category?: string;
    /** found from then on */
    readonly validFrom?: number;
    /** not found from then on */
    readonly validUntil?: number;
    readonly updatedAt: number;
    /** factor on its score, above 0; 1 without it */
    readonly weight?: number;
}

/** The values of a field, in order. */
export const valuesOf = (fields: SearchFields, name: FieldName): readonly string[] => {
    const value = fields[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};
