import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { ChangeTable, EmptyState, formatNumber, Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { MeasuredEffect } from '../../common/session/course-contract';
import { measureText } from './session-words';
import { useSessionEffect } from './use-sessions';

/** Whether scores rose with a training, with n and interval, beside colleagues who were not there, and what that does not prove. */
export function EffectPane({ of, id }: { readonly of: 'session' | 'course'; readonly id: string }): React.ReactElement {
    const { describe } = useErrorText();
    const { data, error } = useSessionEffect(of, id);
    if (!data) {
        return error ? <EmptyState icon='warning' title={describe(error)} /> : <Skeleton lines={5} />;
    }
    if (!data.readable) {
        return <EmptyState icon='lock' title={nls.localize('earshot/training/session/effect/not-readable', 'Your roles do not include the evaluations of others, so no scores are shown.')} />;
    }
    return <div className='t-effect'>{data.effects.map(each => <Measured key={each.measure} effect={each} days={data.days} fewest={data.fewest} />)}</div>;
}

function Measured({ effect: { measure, people, values, change, colleagues, beyond }, days, fewest }: { readonly effect: MeasuredEffect; readonly days: number; readonly fewest: number }): React.ReactElement {
    const label = measureText(measure);
    return <section className='t-effect-measure'>
        <h3>{label}</h3>
        <ChangeTable label={label} sides={[nls.localize('earshot/training/session/effect/before', 'Before'), nls.localize('earshot/training/session/effect/after', 'After')]} rows={[
            { name: nls.localize('earshot/training/session/effect/participants', 'Participants'), change }, ...colleagues ? [{ name: nls.localize('earshot/training/session/effect/colleagues', 'Colleagues of the same teams who were not there'), change: colleagues }] : []
        ]} />
        {beyond && <ChangeTable label={nls.localize('earshot/training/session/effect/beyond-label', 'Participants against colleagues')} sides={[nls.localize('earshot/training/session/effect/of-colleagues', 'Change of colleagues'), nls.localize('earshot/training/session/effect/of-participants', 'Change of participants')]}
            rows={[{ name: nls.localize('earshot/training/session/effect/beyond', 'What participants changed more'), change: beyond, signed: true }]} />}
        <p className='t-quiet'>{nls.localize('earshot/training/session/effect/basis', 'n counts people: {0} of {1} who were there were evaluated in the {2} days before as well as in those after, with {3} and {4} evaluations. Each counts with their own mean, around the first time that they were taught this.', formatNumber(change.before.n), formatNumber(people), formatNumber(days), formatNumber(values.before), formatNumber(values.after))}</p>
        {change.verdict === 'too-few' && <Notice>{nls.localize('earshot/training/session/effect/few', 'Below {0} people the figures say nothing yet.', formatNumber(fewest))}</Notice>}
        <Notice icon='beaker'>{beyond ? nls.localize('earshot/training/session/effect/no-experiment', 'Whoever is sent to a training after weak results often scores better afterwards without it, too (regression to the mean). What colleagues have in common with participants is not the training; who was sent was not left to chance, so other causes stay possible.')
            : nls.localize('earshot/training/session/effect/no-colleagues', 'Whoever is sent to a training after weak results often scores better afterwards without it, too (regression to the mean). There are no colleagues of the same teams to compare with, so a difference alone does not prove that the training made it.')}</Notice>
    </section>;
}
