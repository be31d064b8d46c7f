import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { ReviewedQuestion } from '../../common/attempt/attempt-contract';
import { CriticalCriterion, ofPoints } from './rubric-words';

/** How an essay did by each criterion, for whoever wrote it. */
export function RubricResult({ results }: { readonly results: NonNullable<ReviewedQuestion['rubric']> }): React.ReactElement {
    const withPoints = results.every(each => each.points !== undefined);
    return <table className='t-compared t-rubric-table'>
        <caption className='e-hidden'>{nls.localize('earshot/training/rubric/compared', 'Levels by criterion')}</caption>
        <thead><tr><th scope='col'>{nls.localize('earshot/training/rubric/criterion', 'Criterion')}</th><th scope='col'>{nls.localize('earshot/training/rubric/reached', 'What was reached')}</th>{withPoints && <th scope='col'>{nls.localize('earshot/training/rubric/points', 'Points')}</th>}</tr></thead>
        <tbody>{results.map((each, place) => <tr key={place}>
            <th scope='row'>{each.text} {each.critical && <CriticalCriterion failed={each.failed} />}</th>
            <td>{each.levels.map(level => <span key={level} className='t-mark-text'>{level}</span>)}{each.comments.map(comment => <span key={comment} className='t-mark-text t-quiet'>{comment}</span>)}</td>
            {withPoints && <td className='e-figures'>{ofPoints(each.points!, each.of!)}</td>}
        </tr>)}</tbody>
    </table>;
}
