import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Checkbox } from '@earshot/core/lib/browser/widgets';

const week = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, to have the language name the days of a week from. */
const someMonday = Date.UTC(2026, 0, 5);
const nameOf = (weekday: number): string => new Intl.DateTimeFormat(nls.locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(someMonday + (weekday - 1) * 86_400_000));

/** Days of the week, 1 Monday … 7 Sunday. */
export const WeekdayChecks = ({ days, onChange }: { readonly days: readonly number[]; onChange(days: readonly number[]): void }): React.ReactElement =>
    <span className='q-weekdays'>{week.map(each => <Checkbox key={each} checked={days.includes(each)} label={nameOf(each)} onChange={on => onChange(week.filter(one => one === each ? on : days.includes(one)))} />)}</span>;
