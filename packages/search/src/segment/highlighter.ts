import { type FieldName, fieldNames } from '../document';
import type { Highlight } from '../search-engine';
import { mergeRanges } from '../text/text-matching';
import { bigramKey, characterKey } from './dictionary';
import { placesIn, type Sequence } from './phrases';
import type { PinyinMatch } from './pinyin-index';
import type { SegmentIndex } from './segment-index';

const inOrder = (highlights: readonly Highlight[]): Highlight[] => {
    const byValue = new Map<string, Highlight[]>();
    for (const each of highlights) {
        const key = `${fieldNames.indexOf(each.field)}:${String(each.value).padStart(6, '0')}`;
        byValue.set(key, [...byValue.get(key) ?? [], each]);
    }
    return [...byValue.keys()].sort().flatMap(key => mergeRanges(byValue.get(key)!));
};

/** Where terms and sequences stand in a document, in the original's offsets. */
export const highlightsIn = (index: SegmentIndex, document: number, terms: ReadonlySet<number>, sequences: readonly Sequence[], fields: number): Highlight[] => {
    const found: Highlight[] = [];
    const keys = new Set([...terms].map(each => index.parts.dictionary.keys.items[each]));
    let field: FieldName = 'title';
    let wanted = true;
    let value = 0;
    let before = { code: 0, start: 0 };
    const note = (key: number, start: number, end: number): void => {
        if (wanted && keys.has(key)) {
            found.push({ field, value, start, end });
        }
    };
    if (terms.size > 0) {
        index.read(document, {
            field: number => { field = fieldNames[number]; wanted = (fields >>> number & 1) === 1; value = 0; },
            value: () => { value++; },
            han: (code, start, end, joined) => {
                note(characterKey(code), start, end);
                if (joined) {
                    note(bigramKey(before.code, code), before.start, end);
                }
                before = { code, start };
            },
            word: note,
            compound: note
        });
    }
    const places = sequences.length > 0 ? placesIn(index, document, sequences, fields) : [];
    return inOrder([...found, ...places.map(each => ({ ...each, field: fieldNames[each.field] }))]);
};

/** The characters that were read as pinyin. */
export const highlightsOfPinyin = (index: SegmentIndex, match: PinyinMatch): Highlight[] => {
    const found: Highlight[] = [];
    const field: FieldName = match.value === 0 ? 'title' : 'questions';
    const wantedValue = match.value === 0 ? 0 : match.value - 1;
    let current: FieldName = 'title';
    let value = 0;
    let character = 0;
    index.read(match.document, {
        field: number => { current = fieldNames[number]; value = 0; character = 0; },
        value: () => { value++; character = 0; },
        han: (_code, start, end) => {
            if (current === field && value === wantedValue && character >= match.first && character < match.first + match.count) {
                found.push({ field, value, start, end });
            }
            character++;
        },
        word: () => { },
        compound: () => { }
    });
    return mergeRanges(found);
};
