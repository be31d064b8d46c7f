import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Badge, Card, formatDate, formatNumber, formatPercent, Notice, NOTHING, Skeleton, type Tone } from '@earshot/core/lib/browser/widgets';
import type { CoachingEffect, CoachingPlan } from '../../common/coaching/coaching-contract';
import { qualityContract } from '../../common/quality-contract';
import { signedPoints } from '../calibration/result/signed-points';

type Change = CoachingEffect['score'];
type Verdict = Change['verdict'];

function verdictText(verdict: Verdict): string {
    switch (verdict) {
        case 'too-few': return nls.localize('earshot/quality/effect/too-few', 'too few to say');
        case 'up': return nls.localize('earshot/quality/effect/up', 'better');
        case 'down': return nls.localize('earshot/quality/effect/down', 'worse');
        case 'unclear': return nls.localize('earshot/quality/effect/unclear', 'may be chance');
    }
}

const looks: Readonly<Record<Verdict, readonly [Tone, string]>> = { 'too-few': ['neutral', 'question'], up: ['good', 'arrow-up'], down: ['critical', 'arrow-down'], unclear: ['neutral', 'dash'] };

interface ChangeRowProps { readonly name: string; readonly change: Change; /** What makes percent of its values. */ readonly factor: 1 | 100 }

function ChangeRow({ name, change: { before, after, difference, interval, verdict }, factor }: ChangeRowProps): React.ReactElement {
    const written = ({ value, n }: Change['before']): React.ReactElement => <>{value === null ? NOTHING : formatPercent(value * factor / 100)}<span className='q-quiet q-effect-n'>{nls.localize('earshot/quality/effect/n', 'n = {0}', formatNumber(n))}</span></>;
    return <tr>
        <th scope='row'>{name}</th>
        <td className='e-figures'>{written(before)}</td>
        <td className='e-figures'>{written(after)}</td>
        <td className='e-figures'>{difference === null ? NOTHING : nls.localize('earshot/quality/effect/points', '{0} points', signedPoints(difference * factor))}
            {interval && <span className='q-quiet q-effect-n'>{nls.localize('earshot/quality/effect/interval', '{0} to {1}', signedPoints(interval.low * factor), signedPoints(interval.high * factor))}</span>}</td>
        <td><Badge tone={looks[verdict][0]} icon={looks[verdict][1]}>{verdictText(verdict)}</Badge></td>
    </tr>;
}

/** What changed with the plan, with its intervals, and what that does not prove. */
export function PlanEffect({ plan }: { readonly plan: CoachingPlan }): React.ReactElement {
    const client = useClient(qualityContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['coaching', 'effect', plan.id], meta: { shows: ['evaluation'] }, queryFn: ({ signal }) => client.coaching.effect({ id: plan.id }, { signal }) as Promise<CoachingEffect> });
    return <Card title={nls.localize('earshot/quality/effect/title', 'Before and after')}>{error ? <Notice tone='critical'>{describe(error)}</Notice> : data ? <Comparison plan={plan} effect={data} /> : <Skeleton lines={4} />}</Card>;
}

function Comparison({ plan, effect: { from, startedAt, to, fewest, score, team, behaviours } }: { readonly plan: CoachingPlan; readonly effect: CoachingEffect }): React.ReactElement {
    return <div className='q-effect'>
        <div className='q-effect-scroller' role='region' tabIndex={0} aria-label={nls.localize('earshot/quality/effect/title', 'Before and after')}><table className='q-effect-table'>
            <thead><tr>
                <th scope='col'><span className='e-hidden'>{nls.localize('earshot/quality/effect/what', 'What is compared')}</span></th>
                <th scope='col'>{nls.localize('earshot/quality/effect/before', 'Before')}</th><th scope='col'>{nls.localize('earshot/quality/effect/after', 'Since')}</th>
                <th scope='col'>{nls.localize('earshot/quality/effect/difference', 'Difference (95 %)')}</th><th scope='col'><span className='e-hidden'>{nls.localize('earshot/quality/effect/verdict', 'What it says')}</span></th>
            </tr></thead>
            <tbody>
                <ChangeRow name={nls.localize('earshot/quality/effect/score', 'Mean score')} change={score} factor={1} />
                {behaviours.map((each, place) => <ChangeRow key={place} name={each.text} change={each.change} factor={100} />)}
                {team && <ChangeRow name={nls.localize('earshot/quality/effect/team', 'Mean score, rest of the team')} change={team} factor={1} />}
            </tbody>
        </table></div>
        <p className='q-quiet'>{nls.localize('earshot/quality/effect/compared', 'Calls from {0} to {1} against those from {1} to {2} at most{3}. A behaviour counts as shown where its questions got everything.', formatDate(from), formatDate(startedAt), formatDate(to),
            plan.evaluation ? nls.localize('earshot/quality/effect/without', ', without the evaluation that the plan came from') : '')}</p>
        {score.verdict === 'too-few' && <Notice>{nls.localize('earshot/quality/effect/few', 'Below {0} evaluations on either side the figures say nothing yet: a single call moves them too far.', formatNumber(fewest))}</Notice>}
        <Notice icon='beaker'>{team ? nls.localize('earshot/quality/effect/regression-team', 'Whoever is coached after weak calls often scores better afterwards without coaching, too (regression to the mean). Hold the change against that of the rest of the team: what both have in common is not the coaching.')
            : nls.localize('earshot/quality/effect/regression', 'Whoever is coached after weak calls often scores better afterwards without coaching, too (regression to the mean). A difference alone does not prove that the coaching made it.')}</Notice>
    </div>;
}
