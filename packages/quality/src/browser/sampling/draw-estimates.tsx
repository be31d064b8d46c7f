import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { Button, Card, EmptyState, Figure, formatDate, formatDateTime, formatDuration, formatFixed, formatNumber, Notice, Progress, signedPoints, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { DrawResult, Estimate } from '../../common/sampling/sampling-contract';
import { qualityContract } from '../../common/quality-contract';
import { CoefficientBar } from '../calibration/result/agreement-bar';
import { lastDay, redistributedText, stratumText } from './sampling-words';
import { useDrawResult } from './use-sampling';

const scoreText = ({ mean }: Estimate): string => mean === null ? '–' : nls.localize('earshot/quality/sampling/score', '{0} %', formatFixed(mean, 1));
const intervalText = ({ interval }: Estimate): string | undefined => interval ? nls.localize('earshot/quality/sampling/interval', '{0} to {1}', formatFixed(interval.low, 1), formatFixed(interval.high, 1)) : undefined;

/** What a draw says of all calls of its population, and how far it is scored. */
export function DrawEstimates({ drawId }: { readonly drawId: string }): React.ReactElement {
    const { data, error, refetch } = useDrawResult(drawId);
    const { describe } = useErrorText();
    if (!data) {
        return error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />;
    }
    const { overall, draw } = data;
    return <div className='q-estimates'>
        <div className='q-estimate-figures'>
            <Card><Figure label={nls.localize('earshot/quality/sampling/mean-all', 'Mean score of all calls, estimated')} value={scoreText(overall)} interval={intervalText(overall)} n={overall.scored} /></Card>
            <Card><Figure label={nls.localize('earshot/quality/sampling/state-scored', 'Scored')} value={`${formatNumber(draw.scored)} / ${formatNumber(draw.drawn)}`}><Progress value={draw.drawn ? draw.scored / draw.drawn : 0} label={nls.localize('earshot/quality/sampling/state-scored', 'Scored')} /></Figure></Card>
            <Card><Figure label={nls.localize('earshot/quality/sampling/stands-for', 'Calls that the sample speaks for')} value={formatNumber(overall.covered)} unit={nls.localize('earshot/quality/sampling/of-population', 'of {0}', formatNumber(overall.population))} /></Card>
            <Card><Figure label={nls.localize('earshot/quality/to-score/due', 'Next due')} value={formatDate(lastDay(draw.dueAt))} /></Card>
        </div>
        {data.late > 0 && <Notice icon='history'>{nls.localize('earshot/quality/sampling/late', 'Calls of this period that arrived after the draw: {0}. They had no chance to be drawn, and the estimates do not speak for them.', formatNumber(data.late))}</Notice>}
        {draw.unassigned > 0 && <OfNobody drawId={drawId} calls={draw.unassigned} />}
        <Card title={nls.localize('earshot/quality/sampling/by-stratum', 'By stratum')}>
            <StrataTable result={data} />
            <p className='q-quiet'>{nls.localize('earshot/quality/sampling/weighted', 'All estimates are weighted: each score counts for as many calls as it stands for, the inverse of its chance to be drawn (Horvitz–Thompson). Intervals hold 95 of 100 times.')}
                {data.byRules > 0 && <> {nls.localize('earshot/quality/sampling/weighted-rules', 'Calls that rules drew weigh only for calls of their kind, so they do not distort the mean.')}</>}</p>
        </Card>
        <div className='q-estimate-pair'>
            <Card title={nls.localize('earshot/quality/sampling/by-evaluator', 'By evaluator')}><EvaluatorTable result={data} /></Card>
            <div className='q-estimates'>
                {(data.shadow.pairs > 0 || data.intra.pairs > 0) && <Card title={nls.localize('earshot/quality/sampling/second', 'Scored twice')}>
                    <Second label={nls.localize('earshot/quality/sampling/by-another', 'By another evaluator')} {...data.shadow} /><Second label={nls.localize('earshot/quality/sampling/by-oneself', 'By oneself, weeks later')} {...data.intra} />
                </Card>}
                <Repetition result={data} />
            </div>
        </div>
    </div>;
}

const StrataTable = ({ result: { strata, overall } }: { readonly result: DrawResult }): React.ReactElement => <div className='q-scroll'><table className='q-table'>
    <thead><tr>
        <th scope='col'>{nls.localize('earshot/quality/sampling/stratum', 'Stratum')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/calibration/calls', 'Calls')}</th>
        <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/sampling/to-draw', 'Drawn')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/sampling/state-scored', 'Scored')}</th>
        <th scope='col'>{nls.localize('earshot/quality/sampling/mean', 'Mean score, with interval')}</th>
    </tr></thead>
    <tbody>
        {strata.map((each, place) => <StratumRow key={place} name={stratumText(each.stratum)} estimate={each.estimate} />)}
        {strata.length > 1 && <StratumRow name={nls.localize('earshot/quality/sampling/all-calls', 'All calls')} estimate={overall} />}
    </tbody>
</table></div>;

const StratumRow = ({ name, estimate }: { readonly name: string; readonly estimate: Estimate }): React.ReactElement => <tr>
    <th scope='row'>{name}</th><td className='q-numeric e-figures'>{formatNumber(estimate.population)}</td><td className='q-numeric e-figures'>{formatNumber(estimate.drawn)}</td><td className='q-numeric e-figures'>{formatNumber(estimate.scored)}</td>
    <td><span className='q-estimate'>
        <CoefficientBar value={estimate.mean === null ? null : estimate.mean / 100} interval={estimate.interval && { low: estimate.interval.low / 100, high: estimate.interval.high / 100, level: estimate.interval.level }} />
        <span className='e-figures'>{estimate.mean === null ? <span className='q-quiet'>{nls.localize('earshot/quality/sampling/not-scored', 'not scored yet')}</span> : scoreText(estimate)}
            {estimate.mean !== null && <span className='q-quiet'> {intervalText(estimate) ?? (estimate.covered < estimate.population ? nls.localize('earshot/quality/sampling/partly-covered', 'of {0} calls; the others are not scored yet', formatNumber(estimate.covered)) : estimate.alike ? nls.localize('earshot/quality/sampling/alike', 'all the same: nothing tells how far the other calls differ') : nls.localize('earshot/quality/sampling/too-few', 'too few for an interval'))}</span>}</span>
    </span></td>
</tr>;

const EvaluatorTable = ({ result: { evaluators } }: { readonly result: DrawResult }): React.ReactElement => <table className='q-table'>
    <thead><tr>
        <th scope='col'>{nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/to-score/length', 'To listen to')}</th>
        <th scope='col' className='q-numeric'>{nls.localize('earshot/quality/calibration/calls', 'Calls')}</th><th scope='col' className='q-numeric'>{nls.localize('earshot/quality/sampling/state-scored', 'Scored')}</th>
    </tr></thead>
    <tbody>{evaluators.map(each => <tr key={each.personId}><th scope='row'>{each.name}</th><td className='q-numeric e-figures'>{formatDuration(each.milliseconds)}</td><td className='q-numeric e-figures'>{formatNumber(each.calls)}</td><td className='q-numeric e-figures'>{formatNumber(each.scored)}</td></tr>)}</tbody>
</table>;

const Second = ({ label, pairs, bias, limits }: DrawResult['shadow'] & { readonly label: string }): React.ReactElement | null => pairs === 0 ? null
    : <Figure label={label} value={bias === null ? '–' : nls.localize('earshot/quality/sampling/points', '{0} points', signedPoints(bias))} n={pairs}
        interval={limits ? nls.localize('earshot/quality/sampling/limits', 'mostly {0} to {1}', formatFixed(limits.low, 1), formatFixed(limits.high, 1)) : undefined} />;

/** Calls that nobody of the plan may score, and the one press that gives them to those who may. */
function OfNobody({ drawId, calls }: { readonly drawId: string; readonly calls: number }): React.ReactElement {
    const client = useClient(qualityContract);
    const mayManage = useSession().may('sampling:manage');
    const handOut = useChange({
        run: () => client.sampling.redistribute({ id: drawId, from: null, among: 'qualified', reason: 'unqualified' }), invalidates: [['sampling'], ['work']],
        done: redistributedText
    });
    return <Notice tone='caution' actions={mayManage && <Button busy={handOut.isPending} onClick={() => handOut.mutate(undefined)}>{nls.localize('earshot/quality/sampling/hand-out-qualified', 'Hand out among all who are qualified')}</Button>}>
        {nls.localize('earshot/quality/sampling/unassigned', 'Drawn calls that nobody of this plan may score: {0}. Give the plan more evaluators, or allow evaluators to score their own team; later draws will follow.', calls)}
    </Notice>;
}

/** The proof that nobody chose: the draw made again from what was frozen. */
function Repetition({ result }: { readonly result: DrawResult }): React.ReactElement {
    const client = useClient(qualityContract);
    const repeat = useChange({ run: () => client.sampling.repeat({ id: result.draw.id }) });
    const fine = repeat.data && repeat.data.populationKept && repeat.data.sameCalls;
    return <Card title={nls.localize('earshot/quality/sampling/proof', 'How it was drawn')}>
        <p>{result.draw.drawnBy ? nls.localize('earshot/quality/sampling/drawn-by', 'Drawn by {0} on {1}.', result.draw.drawnBy, formatDateTime(result.draw.drawnAt)) : nls.localize('earshot/quality/sampling/drawn-by-plan', 'Drawn by the plan itself on {0}.', formatDateTime(result.draw.drawnAt))}{' '}
            <span className='q-quiet e-figures'>{nls.localize('earshot/quality/sampling/seed', 'Seed {0}, population {1}…', result.seed, result.populationHash.slice(0, 12))}</span></p>
        {repeat.data && <Notice tone={fine ? 'good' : 'critical'}>{fine ? nls.localize('earshot/quality/sampling/repeated', 'Drawn again from the frozen population: the same {0} calls.', repeat.data.calls) : nls.localize('earshot/quality/sampling/not-repeated', 'Drawn again, the calls are not the same. Tell whoever looks after this installation.')}</Notice>}
        <Button small icon='history' busy={repeat.isPending} onClick={() => repeat.mutate(undefined)}>{nls.localize('earshot/quality/sampling/repeat', 'Draw again and compare')}</Button>
    </Card>;
}
