import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';

export interface TranscriptPartProps { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[] }

/** One list of a transcript as it is printed: a plain table, whole, as paper does not scroll. */
export function TranscriptPart({ title, columns, rows }: TranscriptPartProps): React.ReactElement {
    const id = React.useId();
    return <section className='t-transcript-part' aria-labelledby={id}>
        <h2 id={id}>{title} <span className='t-quiet e-figures'>{rows.length}</span></h2>
        {rows.length === 0 ? <p className='t-quiet'>{nls.localize('earshot/training/transcript/none', 'Nothing yet.')}</p> : <table data-columns={columns.length}>
            <thead><tr>{columns.map(each => <th key={each} scope='col'>{each}</th>)}</tr></thead>
            <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((each, place) => <td key={columns[place]}>{each}</td>)}</tr>)}</tbody>
        </table>}
    </section>;
}
