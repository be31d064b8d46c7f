import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatNumber, formatPercent, NOTHING, signedPoints } from './format';
import { Badge, type Tone } from './notice';

/** A difference with what it rests on, as `@earshot/statistics` tells it. */
export interface ChangeFigures {
    readonly before: { readonly value: number | null; readonly n: number };
    readonly after: { readonly value: number | null; readonly n: number };
    readonly difference: number | null;
    readonly interval: { readonly low: number; readonly high: number } | null;
    readonly verdict: 'too-few' | 'up' | 'down' | 'unclear';
}

export interface ChangeRow {
    readonly name: string;
    readonly change: ChangeFigures;
    /** What makes percent of its values; 1 if left out. */
    readonly factor?: 1 | 100;
    /** Where both sides are differences themselves. */
    readonly signed?: boolean;
}

function verdictText(verdict: ChangeFigures['verdict']): string {
    switch (verdict) {
        case 'too-few': return nls.localize('earshot/core/change/too-few', 'too few to say');
        case 'up': return nls.localize('earshot/core/change/up', 'better');
        case 'down': return nls.localize('earshot/core/change/down', 'worse');
        case 'unclear': return nls.localize('earshot/core/change/unclear', 'may be chance');
    }
}

const looks: Readonly<Record<ChangeFigures['verdict'], readonly [Tone, string]>> = { 'too-few': ['neutral', 'question'], up: ['good', 'arrow-up'], down: ['critical', 'arrow-down'], unclear: ['neutral', 'dash'] };

function Row({ name, change: { before, after, difference, interval, verdict }, factor = 1, signed }: ChangeRow): React.ReactElement {
    const written = ({ value, n }: ChangeFigures['before']): React.ReactElement => <>{value === null ? NOTHING : signed ? nls.localize('earshot/core/change/points', '{0} points', signedPoints(value)) : formatPercent(value * factor / 100)}
        <span className='e-change-n'>{nls.localize('earshot/core/figure/n', 'n = {0}', formatNumber(n))}</span></>;
    return <tr>
        <th scope='row'>{name}</th>
        <td className='e-figures'>{written(before)}</td>
        <td className='e-figures'>{written(after)}</td>
        <td className='e-figures'>{difference === null ? NOTHING : nls.localize('earshot/core/change/points', '{0} points', signedPoints(difference * factor))}
            {interval && <span className='e-change-n'>{nls.localize('earshot/core/change/interval', '{0} to {1}', signedPoints(interval.low * factor), signedPoints(interval.high * factor))}</span>}</td>
        <td><Badge tone={looks[verdict][0]} icon={looks[verdict][1]}>{verdictText(verdict)}</Badge></td>
    </tr>;
}

export interface ChangeTableProps {
    readonly label: string;
    /** What the sides are called; "Before" and "Since" if left out. */
    readonly sides?: readonly [before: string, after: string];
    readonly rows: readonly ChangeRow[];
}

/** Before and after, with n, the interval and what can be said of it. */
export function ChangeTable({ label, sides, rows }: ChangeTableProps): React.ReactElement {
    const [before, after] = sides ?? [nls.localize('earshot/core/change/before', 'Before'), nls.localize('earshot/core/change/after', 'Since')];
    return <div className='e-change' role='region' tabIndex={0} aria-label={label}><table className='e-change-table'>
        <thead><tr>
            <th scope='col'><span className='e-hidden'>{nls.localize('earshot/core/change/what', 'What is compared')}</span></th><th scope='col'>{before}</th><th scope='col'>{after}</th>
            <th scope='col'>{nls.localize('earshot/core/change/difference', 'Difference (95 %)')}</th><th scope='col'><span className='e-hidden'>{nls.localize('earshot/core/change/verdict', 'What it says')}</span></th>
        </tr></thead>
        <tbody>{rows.map((each, place) => <Row key={place} {...each} />)}</tbody>
    </table></div>;
}
