import * as React from '@theia/core/shared/react';
import type { Figure as FigureData } from '../../common/house-contract';
import { useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { Link } from '../navigation/hooks';
import { Figure } from '../widgets/figure';
import { formatDuration, formatFixed, formatNumber, NOTHING } from '../widgets/format';

/** A value by its unit: percentages and points with one decimal, durations as minutes and seconds. */
function written({ value, unit }: Pick<FigureData, 'value' | 'unit'>): { readonly value: string; readonly unit?: string } {
    switch (unit) {
        case 'percent': return { value: formatFixed(value, 1), unit: value === null ? undefined : '%' };
        case 'points': return { value: formatFixed(value, 1) };
        case 'milliseconds': return { value: value === null ? NOTHING : formatDuration(value) };
        case 'count': return { value: formatNumber(value) };
    }
}

/** A figure of Home; it leads to where it comes from. */
export function FigureCard({ figure }: { readonly figure: FigureData }): React.ReactElement {
    const label = useService(HouseTexts).figure(figure);
    const content = <Figure label={label} {...written(figure)} n={figure.unit === 'count' ? undefined : figure.n} trend={figure.trend} />;
    return figure.link ? <Link to={figure.link} className='e-card e-card-link'>{content}</Link> : <div className='e-card'>{content}</div>;
}
