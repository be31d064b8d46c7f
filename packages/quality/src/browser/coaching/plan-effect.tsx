import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Card, ChangeTable, formatDate, formatNumber, Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { CoachingEffect, CoachingPlan } from '../../common/coaching/coaching-contract';
import { qualityContract } from '../../common/quality-contract';

/** What changed with the plan, with its intervals, and what that does not prove. */
export function PlanEffect({ plan }: { readonly plan: CoachingPlan }): React.ReactElement {
    const client = useClient(qualityContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['coaching', 'effect', plan.id], meta: { shows: ['evaluation'] }, queryFn: ({ signal }) => client.coaching.effect({ id: plan.id }, { signal }) as Promise<CoachingEffect> });
    return <Card title={nls.localize('earshot/quality/effect/title', 'Before and after')}>{error ? <Notice tone='critical'>{describe(error)}</Notice> : data ? <Comparison plan={plan} effect={data} /> : <Skeleton lines={4} />}</Card>;
}

function Comparison({ plan, effect: { from, startedAt, to, fewest, score, team, behaviours } }: { readonly plan: CoachingPlan; readonly effect: CoachingEffect }): React.ReactElement {
    return <div className='q-effect'>
        <ChangeTable label={nls.localize('earshot/quality/effect/title', 'Before and after')} rows={[
            { name: nls.localize('earshot/quality/effect/score', 'Mean score'), change: score }, ...behaviours.map(each => ({ name: each.text, change: each.change, factor: 100 as const })),
            ...team ? [{ name: nls.localize('earshot/quality/effect/team', 'Mean score, rest of the team'), change: team }] : []
        ]} />
        <p className='q-quiet'>{nls.localize('earshot/quality/effect/compared', 'Calls from {0} to {1} against those from {1} to {2} at most{3}. A behaviour counts as shown where its questions got everything.', formatDate(from), formatDate(startedAt), formatDate(to),
            plan.evaluation ? nls.localize('earshot/quality/effect/without', ', without the evaluation that the plan came from') : '')}</p>
        {score.verdict === 'too-few' && <Notice>{nls.localize('earshot/quality/effect/few', 'Below {0} evaluations on either side the figures say nothing yet: a single call moves them too far.', formatNumber(fewest))}</Notice>}
        <Notice icon='beaker'>{team ? nls.localize('earshot/quality/effect/regression-team', 'Whoever is coached after weak calls often scores better afterwards without coaching, too (regression to the mean). Hold the change against that of the rest of the team: what both have in common is not the coaching.')
            : nls.localize('earshot/quality/effect/regression', 'Whoever is coached after weak calls often scores better afterwards without coaching, too (regression to the mean). A difference alone does not prove that the coaching made it.')}</Notice>
    </div>;
}
