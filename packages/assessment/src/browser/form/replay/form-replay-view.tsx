import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FormDefinition } from '@earshot/forms';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { Button, EmptyState, Figure, Notice, Skeleton, formatFixed, formatNumber } from '@earshot/core/lib/browser/widgets';
import { type FormReplayResult, assessmentOperations } from '../../../common/assessment-contract';
import { questionNumbers } from '../../filling/trace-text';
import { formText } from '../../form-text';
import type { FormDraft } from '../editor/form-draft';
import { ScoreHistogram } from './score-histogram';
import { ScoreSeries, runsOf } from './score-series';

const reasonText = (reason: FormReplayResult['gaps'][number]['reason']): string => {
    switch (reason) {
        case 'question-gone': return nls.localize('earshot/assessment/replay/question-gone', 'is not in this version any more');
        case 'other-kind': return nls.localize('earshot/assessment/replay/other-kind', 'is asked in another way');
        case 'answer-impossible': return nls.localize('earshot/assessment/replay/answer-impossible', 'no longer offers the answer that was given');
        case 'not-asked-then': return nls.localize('earshot/assessment/replay/not-asked-then', 'has no answer: nobody was asked then');
    }
};

export interface FormReplayViewProps {
    readonly versionId: string;
    /** Counts the changes of the version: each one is replayed anew. */
    readonly revision: number;
    readonly number: number;
    readonly form: FormDefinition;
    /** What is being edited is saved before it is replayed. */
    readonly draft: FormDraft | undefined;
}

/** What past evaluations would have scored on this version: mean and distribution before and after, and what does not match. */
export function FormReplayView({ versionId, revision, number, form, draft }: FormReplayViewProps): React.ReactElement {
    const client = useClient(assessmentOperations);
    const { describe } = useErrorText();
    const { data, error, refetch } = useQuery({
        // not below 'form': what somebody saves in another form is no reason to score two thousand evaluations once more
        queryKey: ['form-replay', versionId, revision], placeholderData: keepPreviousData,
        queryFn: async ({ signal }) => {
            await draft?.flush();
            return client.forms.replay({ id: versionId }, { signal });
        }
    });
    if (error) {
        return <Notice tone='critical' actions={<Button small onClick={() => void refetch()}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>}>{describe(error)}</Notice>;
    }
    if (!data) {
        return <Skeleton lines={8} />;
    }
    const { figures, gaps, series, breaks, taken, all, most } = data;
    if (figures.meanBefore === null || figures.meanAfter === null) {
        return <EmptyState icon='history' title={nls.localize('earshot/assessment/replay/none', 'No past evaluation can be scored on this version.')}>
            <p>{nls.localize('earshot/assessment/replay/none-hint', 'As soon as calls have been evaluated on an earlier version, you see here what they would score on this one.')}</p>
        </EmptyState>;
    }
    const change = figures.meanAfter - figures.meanBefore;
    const numbers = questionNumbers(form);
    const largest = Math.max(...figures.bandsBefore, ...figures.bandsAfter);
    return <div className='a-replay'>
        <p className='a-replay-lead'>{nls.localize('earshot/assessment/replay/lead', 'On version {0} the same {1} evaluations score {2} percentage points on average.', number, formatNumber(figures.n), `${change > 0 ? '+' : change < 0 ? '−' : '±'}${formatFixed(Math.abs(change), 1)}`)}</p>
        <div className='a-replay-figures'>
            <Figure label={nls.localize('earshot/assessment/replay/mean-before', 'Mean as scored')} value={formatFixed(figures.meanBefore, 1)} unit='%' n={figures.n} />
            <Figure label={nls.localize('earshot/assessment/replay/mean-after', 'Mean on version {0}', number)} value={formatFixed(figures.meanAfter, 1)} unit='%' n={figures.n} />
            {figures.passedBefore.n > 0 && <Figure label={nls.localize('earshot/assessment/replay/passed-before', 'Passed as scored')} value={formatFixed(100 * figures.passedBefore.passed / figures.passedBefore.n, 1)} unit='%' n={figures.passedBefore.n} />}
            {figures.passedAfter.n > 0 && <Figure label={nls.localize('earshot/assessment/replay/passed-after', 'Passed on version {0}', number)} value={formatFixed(100 * figures.passedAfter.passed / figures.passedAfter.n, 1)} unit='%' n={figures.passedAfter.n} />}
        </div>
        {figures.whole < figures.n && <Notice tone='caution'>{nls.localize('earshot/assessment/replay/partly', 'Of these, {0} have every answer that this version asks for. The others are scored on the answers that still match, so their new score is an estimate.', formatNumber(figures.whole))}</Notice>}
        {all > taken && <p className='a-hint'>{nls.localize('earshot/assessment/replay/spread', '{0} of {1} evaluations were scored anew: of each version and month at most {2}, spread evenly over it.', formatNumber(taken), formatNumber(all), formatNumber(most))}</p>}
        <div className='a-histograms'>
            <ScoreHistogram tone='before' title={nls.localize('earshot/assessment/replay/distribution-before', 'As scored (n = {0})', formatNumber(figures.n))} bands={figures.bandsBefore} largest={largest} />
            <ScoreHistogram tone='after' title={nls.localize('earshot/assessment/replay/distribution-after', 'On version {0} (n = {1})', number, formatNumber(figures.n))} bands={figures.bandsAfter} largest={largest} />
        </div>
        <h2>{nls.localize('earshot/assessment/replay/over-time', 'Over time')}</h2>
        {runsOf(series, breaks).length > 1 && <p className='a-hint'>{nls.localize('earshot/assessment/replay/breaks', 'Scores cannot be compared across the dashed lines; replayed on one version they can.')}</p>}
        <ScoreSeries series={series} breaks={breaks} number={number} />
        {gaps.length > 0 && <section aria-labelledby='a-replay-gaps'>
            <h2 id='a-replay-gaps'>{nls.localize('earshot/assessment/replay/gaps', 'What does not match')}</h2>
            <table className='a-version-table'>
                <thead><tr><th scope='col'>{nls.localize('earshot/assessment/field/text', 'Question')}</th><th scope='col'>{nls.localize('earshot/assessment/replay/why', 'Why')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/assessment/replay/evaluations', 'Evaluations')}</th></tr></thead>
                <tbody>{gaps.map(each => <tr key={`${each.question}/${each.reason}`}><th scope='row'>{numbers.get(each.question)} {formText(each.text) || each.question}</th><td>{reasonText(each.reason)}</td><td className='e-numeric e-figures'>{formatNumber(each.evaluations)}</td></tr>)}</tbody>
            </table>
        </section>}
    </div>;
}
