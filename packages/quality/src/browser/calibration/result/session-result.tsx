import { allQuestions } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Beside, Button, Checkbox, EmptyState, Segmented, Select, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';
import { useNamedForm } from '../../evaluation/use-evaluation';
import { type CalibrationSession, useCalibrationResult, useFormVersion } from '../use-calibrations';
import { AgreementGrid, GridLegend } from './agreement-grid';
import { type GridOrder, gridRows } from './grid-rows';
import { QuestionPanel } from './question-panel';
import { Causes } from './causes';
import { summarySentence } from './summary-sentence';
import { TotalsSection } from './totals-section';

/** What a closed session says: in one sentence, question by question, person by person. */
export function SessionResult({ session, query }: { readonly session: CalibrationSession; readonly query: URLSearchParams }): React.ReactElement {
    const { data: result, error, refetch } = useCalibrationResult(session.id, query.get('rules') === 'counted' ? 'counted' : 'beside');
    const version = useFormVersion(session.formVersionId);
    const { describe } = useErrorText();
    const failure = error ?? version.error;
    if (failure && (!result || !version.data)) {
        return <EmptyState icon='warning' title={describe(failure)} action={<Button onClick={() => { void refetch(); void version.refetch(); }}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} />;
    }
    return result && version.data ? <Result session={session} result={result} definition={version.data.definition} query={query} /> : <Skeleton lines={10} />;
}

interface ResultProps { readonly session: CalibrationSession; readonly result: CalibrationResult; readonly definition: Readonly<Record<string, unknown>>; readonly query: URLSearchParams }

function Result({ session, result, definition, query }: ResultProps): React.ReactElement {
    const names = useNamedForm(definition);
    const setQuery = useSetQuery();
    const order: GridOrder = query.get('order') === 'form' ? 'form' : 'disagreement';
    const only = result.calls.some(each => each.interactionId === query.get('only')) ? query.get('only') : null;
    const rows = React.useMemo(() => gridRows(result, order, only), [result, order, only]);
    const open = result.questions.find(each => each.questionId === query.get('question'));
    const questions = React.useMemo(() => new Map(allQuestions(names.form).map(({ question }) => [question.id, question])), [names.form]);
    const show = (question: string, rater: string | null): void => setQuery({ question, rater, call: only ?? query.get('call') });
    const close = (): void => setQuery({ question: null, rater: null, call: null });
    usePageKeys([{ keys: 'escape', title: nls.localize('earshot/quality/result/key-close', 'Close the question beside the grid'), enabled: open !== undefined, when: '!dialogOpen && !inputFocus', run: close }]);
    return <Beside panel={open && <QuestionPanel key={open.questionId} session={session} result={result} question={open} names={names} raterId={query.get('rater')}
        callId={query.get('call') ?? result.calls[0]?.interactionId ?? ''} onCall={call => setQuery({ call })} onClose={close} />}>
        <div className='q-result'>
            <p className='q-result-sentence'>{summarySentence(result, names.shortNameOf)}</p>
            <section className='q-result-section' aria-label={nls.localize('earshot/quality/result/questions', 'Question by question')}>
                <div className='q-result-tools'>
                    <h2>{nls.localize('earshot/quality/result/questions', 'Question by question')}</h2>
                    <Segmented<GridOrder> value={order} onChange={value => setQuery({ order: value === 'form' ? value : null })} label={nls.localize('earshot/quality/result/order', 'Order')}
                        options={[{ value: 'disagreement', label: nls.localize('earshot/quality/result/by-disagreement', 'By disagreement') }, { value: 'form', label: nls.localize('earshot/quality/result/by-form', 'As in the form') }]} />
                    {result.calls.length > 1 && <Select value={only ?? ''} onChange={value => setQuery({ only: value })} aria-label={nls.localize('earshot/quality/result/which-calls', 'Calls that are shown')}
                        options={[{ value: '', label: nls.localize('earshot/quality/result/all-calls', 'All calls ({0})', result.calls.length) }, ...result.calls.map(each => ({ value: each.interactionId, label: each.callId }))]} />}
                </div>
                <AgreementGrid result={result} rows={rows} nameOf={names.nameOf} questionOf={id => questions.get(id)} open={open && { question: open.questionId, rater: query.get('rater') }} onOpen={show} />
                <GridLegend />
                {result.raters.some(each => each.rules) && <div className='q-result-rules'>
                    <Checkbox label={nls.localize('earshot/quality/result/count-rules', 'Count transcript rules as one more rater')} checked={query.get('rules') === 'counted'} onChange={counted => setQuery({ rules: counted ? 'counted' : null })} />
                    <p className='q-quiet'>{nls.localize('earshot/quality/result/rules-detail', 'What transcripts and messages suggest by the phrases of the form. Unless it is counted, it has no part in consensus and coefficients.')}</p>
                </div>}
            </section>
            <Causes result={result} nameOf={names.nameOf} onOpen={show} />
            <TotalsSection result={result} />
        </div>
    </Beside>;
}

