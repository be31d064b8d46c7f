import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useToast } from '../application/context';
import { IconButton } from '../widgets/button';
import { Segmented } from '../widgets/choice';
import { EmptyState } from '../widgets/notice';
import { toClipboard } from '../widgets/table-text';
import { type ChartData, type ChartOpening, isEmpty, tableOf } from './chart-data';
import { useDrawing } from './chart-drawing';
import { toldAt } from './chart-option';

export interface ChartProps {
    readonly title: string;
    /** What the chart says, in a sentence: stands below the title, and is what is read aloud instead of the picture. */
    readonly summary: string;
    readonly data: ChartData;
    /** Of the picture, in pixels. */
    readonly height?: number;
    /** Where its points and bars lead. */
    readonly opening?: ChartOpening;
}

/** A picture of figures, with the table behind it one press away. */
export function Chart({ title, summary, data, height = 300, opening }: ChartProps): React.ReactElement {
    const [view, setView] = React.useState<'chart' | 'table'>('chart');
    const toast = useToast();
    const id = React.useId();
    const copy = (): void => {
        const { headings, rows } = tableOf(data);
        void navigator.clipboard.writeText(toClipboard([headings, ...rows])).then(() => toast(nls.localize('earshot/core/chart/copied', 'Table copied.'), { tone: 'good' }));
    };
    const empty = isEmpty(data);
    return <figure className='e-chart' aria-labelledby={id}>
        <figcaption className='e-chart-head'>
            <div className='e-chart-said'><h3 id={id}>{title}</h3><p>{summary}</p></div>
            {!empty && <div className='e-chart-tools e-no-print'>
                {view === 'table' && <IconButton icon='copy' label={nls.localize('earshot/core/chart/copy', 'Copy table')} onClick={copy} />}
                <Segmented<'chart' | 'table'> value={view} onChange={setView} label={nls.localize('earshot/core/chart/view', 'Show “{0}” as', title)} options={[
                    { value: 'chart', label: nls.localize('earshot/core/chart/chart', 'Chart'), icon: 'graph-line' }, { value: 'table', label: nls.localize('earshot/core/chart/table', 'Table'), icon: 'table' }]} />
            </div>}
        </figcaption>
        {empty ? <EmptyState icon='graph-line' title={nls.localize('earshot/core/chart/empty', 'No figures for this choice.')} />
            : view === 'table' ? <ChartTable title={title} data={data} opening={opening} /> : <Picture label={`${title}. ${summary}`} {...{ data, height, opening }} />}
    </figure>;
}

interface PictureProps { readonly label: string; readonly data: ChartData; readonly height: number; readonly opening?: ChartOpening }

const Picture = ({ opening, ...props }: PictureProps): React.ReactElement => opening ? <OpeningPicture {...props} opening={opening} /> : <StillPicture {...props} />;

function StillPicture({ label, data, height }: PictureProps): React.ReactElement {
    return <div ref={useDrawing(data)} role='img' aria-label={label} className='e-chart-picture' style={{ height }} />;
}

/** A picture in which one goes from category to category by arrow keys, hears each, and opens it by Enter. */
function OpeningPicture({ label, data, height, opening }: PictureProps & { readonly opening: ChartOpening }): React.ReactElement {
    const [pointed, point] = React.useState<number | null>(null);
    const draw = useDrawing(data, opening, pointed);
    const last = data.categories.length - 1;
    const place = Math.min(pointed ?? 0, last);
    const steps: Readonly<Record<string, number>> = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: last };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const next = steps[event.key];
        if (next !== undefined) {
            point(Math.max(0, Math.min(last, next)));
        } else if (event.key === 'Enter') {
            opening.at(place)?.();
        } else {
            return;
        }
        event.preventDefault();
    };
    return <div ref={draw} role='slider' tabIndex={0} aria-label={label} aria-valuemin={1} aria-valuemax={last + 1} aria-valuenow={place + 1} aria-valuetext={toldAt(data, place, opening).replaceAll('\n', ', ')} className='e-chart-picture e-chart-opens' style={{ height }}
        onFocus={event => { if (event.currentTarget.matches(':focus-visible')) { point(place); } }} onBlur={() => point(null)} onKeyDown={onKeyDown} />;
}

/** The figures of a chart as a table that can be read and marked. */
export function ChartTable({ title, data, opening }: { readonly title: string; readonly data: ChartData; readonly opening?: ChartOpening }): React.ReactElement {
    const { headings, rows } = tableOf(data);
    return <div className='e-chart-rows' tabIndex={0} role='region' aria-label={title}>
        <table className='e-chart-table'>
            <thead><tr>{headings.map((each, place) => <th key={each} scope='col' className={place ? 'e-numeric' : undefined}>{each}</th>)}</tr></thead>
            <tbody>{rows.map(([category, ...cells], place) => <tr key={place}><th scope='row'>{opening?.at(place) ? <button type='button' className='e-chart-open' title={opening.hint} onClick={opening.at(place)}>{category}</button> : category}</th>{cells.map((each, column) => <td key={column} className='e-numeric e-figures'>{each}</td>)}</tr>)}</tbody>
        </table>
    </div>;
}
