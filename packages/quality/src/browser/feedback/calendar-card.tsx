import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Card, DateField, Field, FormErrors, IconButton, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import { WeekdayChecks } from './weekday-checks';

interface Day { readonly day: string; readonly worked: boolean; readonly name: string }
export interface Calendar { readonly weekdays: readonly number[]; readonly days: readonly Day[] }

/** Which days are worked: deadlines are counted in them. */
export function CalendarCard({ kept }: { readonly kept: Calendar }): React.ReactElement {
    const client = useClient(qualityContract);
    const [{ weekdays, days }, setCalendar] = React.useState(kept);
    const save = useChange({
        run: () => client.feedback.setCalendar({ weekdays: [...weekdays], days: [...days].sort((one, other) => one.day.localeCompare(other.day)) }), invalidates: [['feedback-policy']], failures: 'form',
        done: () => nls.localize('earshot/quality/rules/calendar-saved', 'The working days are saved.')
    });
    const problem = useProblems(save.error);
    const changed = JSON.stringify({ weekdays, days }) !== JSON.stringify(kept);
    useUnsaved(changed && !save.isPending && !save.isSuccess, nls.localize('earshot/quality/rules/calendar', 'Working days'));
    const change = (place: number, part: Partial<Day>): void => setCalendar({ weekdays, days: days.map((each, index) => index === place ? { ...each, ...part } : each) });
    return <Card title={nls.localize('earshot/quality/rules/calendar', 'Working days')}>
        <form className='q-rules' onSubmit={event => { event.preventDefault(); save.mutate(undefined); }}>
            <FormErrors error={save.error} fields={days.map((_, place) => `days.${place}.day`)} />
            <Field group label={nls.localize('earshot/quality/rules/weekdays', 'Days of the week that are worked')}><WeekdayChecks days={weekdays} onChange={next => setCalendar({ weekdays: next, days })} /></Field>
            {days.map((each, place) => <div key={place} className='q-calendar-day' role='group' aria-label={each.name || each.day}>
                <Field hideLabel label={nls.localize('earshot/quality/rules/day', 'Day')} error={problem(`days.${place}.day`)}><DateField value={each.day} onChange={day => change(place, { day: day ?? each.day })} /></Field>
                <Select aria-label={nls.localize('earshot/quality/rules/worked', 'Worked or not')} value={each.worked ? 'worked' : 'off'} onChange={value => change(place, { worked: value === 'worked' })}
                    options={[{ value: 'off', label: nls.localize('earshot/quality/rules/off', 'Day off') }, { value: 'worked', label: nls.localize('earshot/quality/rules/is-worked', 'Worked') }]} />
                <TextField aria-label={nls.localize('earshot/quality/rules/day-name', 'Name of the day')} placeholder={nls.localize('earshot/quality/rules/day-name', 'Name of the day')} value={each.name} maxLength={100} onChange={name => change(place, { name })} />
                <IconButton icon='trash' label={nls.localize('earshot/quality/rules/remove-day', 'Remove {0}', each.name || each.day)} onClick={() => setCalendar({ weekdays, days: days.filter((_, index) => index !== place) })} />
            </div>)}
            <span className='q-feedback-actions'>
                <Button icon='add' onClick={() => setCalendar({ weekdays, days: [...days, { day: `${new Date().getFullYear()}-12-31`, worked: false, name: '' }] })}>{nls.localize('earshot/quality/rules/add-day', 'Add a single day')}</Button>
                <Button variant='primary' type='submit' disabled={!changed || !weekdays.length || days.some(each => !each.name.trim())} busy={save.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button>
            </span>
        </form>
    </Card>;
}
