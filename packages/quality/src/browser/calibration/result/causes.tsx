import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Card, formatList, Icon, signedPoints } from '@earshot/core/lib/browser/widgets';
import type { CalibrationResult } from '../../../common/calibration/calibration-contract';
import { driftsOf } from './drifts';

export interface CausesProps {
    readonly result: CalibrationResult;
    nameOf(questionId: string): string;
    onOpen(question: string, rater: string | null): void;
}

/** Why ratings differ, in two lists, because the two need different answers: a question that can be read in two ways, or a person who rates otherwise. */
export function Causes({ result, nameOf, onOpen }: CausesProps): React.ReactElement {
    const ambiguous = result.questions.filter(each => each.ambiguous);
    const drifts = driftsOf(result);
    return <div className='q-causes'>
        <Card title={nls.localize('earshot/quality/causes/questions', 'Ambiguous questions')}>
            {ambiguous.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/causes/no-questions', 'None: where ratings differ, most raters agree.')}</p> : <>
                <p className='q-quiet'>{nls.localize('earshot/quality/causes/questions-detail', 'Many raters differ here, so the wording is the likely reason. A ruling helps, or a better question.')}</p>
                <ul className='q-causes-list'>{ambiguous.map(each => <li key={each.questionId}>
                    <button type='button' className='q-link' onClick={() => onOpen(each.questionId, null)}>{nameOf(each.questionId)}</button>
                    {each.ruling && <p className='q-ruling'><Icon name='law' /> {each.ruling}</p>}
                </li>)}</ul>
            </>}
        </Card>
        <Card title={nls.localize('earshot/quality/causes/people', 'People who rate otherwise')}>
            {drifts.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/causes/no-people', 'Nobody stands apart.')}</p> : <>
                <p className='q-quiet'>{nls.localize('earshot/quality/causes/people-detail', 'They differ where the others agree, or are stricter or more lenient throughout. Talking it over helps.')}</p>
                <ul className='q-causes-list'>{drifts.map(({ rater, questions, biased }) => <li key={rater.raterId}>
                    <strong>{rater.name}</strong>{biased && <span className='e-figures'> {nls.localize('earshot/quality/causes/points', '{0} points', signedPoints(rater.leniency.mean))}</span>}
                    {questions.length > 0 && <p>{formatList(questions.slice(0, 6).map(nameOf))}{questions.length > 6 && '…'}</p>}
                </li>)}</ul>
            </>}
        </Card>
    </div>;
}
