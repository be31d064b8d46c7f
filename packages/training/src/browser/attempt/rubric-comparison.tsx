import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon, NOTHING } from '@earshot/core/lib/browser/widgets';
import type { Marking } from '../../common/attempt/attempt-contract';
import type { Criterion } from '../../common/question/question';
import { differs, levelOf, type RubricRatings } from '../../common/question/rubric';
import { markKindText } from './attempt-words';
import { CriticalCriterion, levelPoints, ofPoints } from './rubric-words';

interface RubricComparisonProps { readonly criteria: readonly Criterion[]; readonly marks: readonly Marking['marks'][number][]; /** Of the question. */ readonly points: number }

/** What each marker gave each criterion; where they differ is told. */
export function RubricComparison({ criteria, marks, points }: RubricComparisonProps): React.ReactElement | null {
    const rated = marks.flatMap(each => each.ratings ? [{ ...each, ratings: each.ratings as RubricRatings }] : []);
    if (!rated.length) {
        return null;
    }
    return <table className='t-compared t-rubric-table'>
        <caption className='e-hidden'>{nls.localize('earshot/training/rubric/compared', 'Levels by criterion')}</caption>
        <thead><tr><th scope='col'>{nls.localize('earshot/training/rubric/criterion', 'Criterion')}</th>{rated.map(each => <th key={each.at + each.kind} scope='col'>{markKindText(each.kind)} <span className='t-quiet'>{each.byName}</span></th>)}</tr></thead>
        <tbody>{criteria.map(criterion => {
            const apart = differs(criterion, rated.map(each => each.ratings));
            return <tr key={criterion.id} data-differs={apart || undefined}>
                <th scope='row'>{criterion.text} {criterion.critical && <CriticalCriterion />}{apart && <span className='t-differs'><Icon name='diff' /> {nls.localize('earshot/training/rubric/differs', 'Rated differently')}</span>}</th>
                {rated.map(each => {
                    const level = levelOf(criterion, each.ratings);
                    return <td key={each.at + each.kind}>{level ? <><strong className='e-figures'>{levelPoints(level.points)}</strong> {level.text}</> : NOTHING}
                        {each.ratings[criterion.id]?.comment && <span className='t-mark-text t-quiet'>{each.ratings[criterion.id]!.comment}</span>}</td>;
                })}
            </tr>;
        })}</tbody>
        <tfoot><tr><th scope='row'>{nls.localize('earshot/training/rubric/whole', 'In all')}</th>{rated.map(each => <td key={each.at + each.kind} className='e-figures'>{ofPoints(each.share * points, points)}</td>)}</tr></tfoot>
    </table>;
}
