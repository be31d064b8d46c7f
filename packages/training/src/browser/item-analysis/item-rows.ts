import type { Sort } from '@earshot/core/lib/browser/widgets';
import type { ChartData } from '@earshot/core/lib/browser/chart';
import type { AnalysedItemRow } from '../../common/item-analysis/item-analysis-contract';
import { concernText, figureText, shareText } from './analysis-words';

/** A question with its place in the exam, from 1. */
export interface PlacedItem extends AnalysedItemRow { readonly place: number }

const figures = { difficulty: true, discrimination: true, itemRest: true, variance: true, alphaIfDeleted: true } as const;
type FigureName = keyof typeof figures;
const isFigure = (column: string): column is FigureName => column in figures;

const valueOf = (item: PlacedItem, column: string): number | null => {
    switch (column) {
        case 'n': return item.n;
        case 'time': return item.times?.median ?? null;
        case 'rapid': return item.times?.rapid?.people ?? null;
        default: return isFigure(column) ? item[column].value : item.place;
    }
};

/** Sorted by a column; what has no figure comes last, whichever way. */
export function sortedItems(items: readonly PlacedItem[], { column, descending }: Sort): readonly PlacedItem[] {
    return [...items].sort((one, other) => {
        const [a, b] = [valueOf(one, column), valueOf(other, column)];
        return a === null || b === null ? Number(a === null) - Number(b === null) : (descending ? b - a : a - b) || one.place - other.place;
    });
}

/** Each question by how easy it is and how well it tells people apart. */
export const planeOf = (items: readonly PlacedItem[], words: { readonly question: string; readonly difficulty: string; readonly discrimination: string }): ChartData => ({
    over: words.question, categories: items.map(each => `${each.place}. ${each.name}`),
    across: { name: words.difficulty, values: items.map(each => each.difficulty.value), scale: { format: value => shareText({ value, reason: null }), min: 0, max: 1 } },
    scale: { format: value => figureText({ value, reason: null }), min: -1, max: 1 },
    series: [{ id: 'items', name: words.discrimination, kind: 'points', color: 'accent', values: items.map(each => each.discrimination.value), marks: items.map(each => each.concern && concernText(each.concern)) }]
});
