/** A cell of a grid, counted from 0. */
export interface GridPlace { readonly row: number; readonly column: number }

export interface GridSize { readonly rows: number; readonly columns: number }

/** Where a key leads within a grid (WAI-ARIA practices, grid pattern), or undefined for keys that are none of its business. */
export function movedInGrid(key: string, control: boolean, { row, column }: GridPlace, { rows, columns }: GridSize): GridPlace | undefined {
    const target = ((): GridPlace | undefined => {
        switch (key) {
            case 'ArrowRight': return { row, column: column + 1 };
            case 'ArrowLeft': return { row, column: column - 1 };
            case 'ArrowDown': return { row: row + 1, column };
            case 'ArrowUp': return { row: row - 1, column };
            case 'Home': return control ? { row: 0, column: 0 } : { row, column: 0 };
            case 'End': return control ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
            case 'PageDown': return { row: row + pageRows, column };
            case 'PageUp': return { row: row - pageRows, column };
            default: return undefined;
        }
    })();
    return target && keptWithin(target, { rows, columns });
}

const pageRows = 8;

/** The nearest cell that there is: after sorting or filtering the focus stays in the grid. */
export const keptWithin = ({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace =>
    ({ row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) });
