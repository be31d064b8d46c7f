import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Field, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Criterion } from '../../common/question/question';
import { criterionShares, levelOf, type RubricRatings, scoreRubric } from '../../common/question/rubric';
import { countsText, CriticalCriterion, levelPoints, ofPoints } from './rubric-words';

interface RubricRatingProps { readonly criteria: readonly Criterion[]; readonly ratings: RubricRatings; /** Of the question. */ readonly points: number; onRatings(ratings: RubricRatings): void }

/** An essay is marked by its rubric: a level for each criterion, by digit or mouse, and a comment where there is something to say. */
export function RubricRating({ criteria, ratings, points, onRatings }: RubricRatingProps): React.ReactElement {
    const root = React.useRef<HTMLDivElement>(null);
    const name = React.useId();
    const shares = criterionShares(criteria);
    const { share, failed } = scoreRubric(criteria, ratings);
    const rated = criteria.filter(each => levelOf(each, ratings)).length;
    const comment = (id: string, text: string): void => {
        const { [id]: before, ...others } = ratings;
        onRatings(text === '' && !before?.value ? others : { ...others, [id]: { value: before?.value ?? null, ...text === '' ? {} : { comment: text } } });
    };
    const rate = (id: string, level: string): void => onRatings({ ...ratings, [id]: { ...ratings[id], value: level } });
    const onKey = (event: React.KeyboardEvent, place: number): void => {
        const criterion = criteria[place]!;
        const level = /^[1-9]$/u.test(event.key) && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey && !event.altKey ? criterion.levels[Number(event.key) - 1] : undefined;
        if (level) {
            event.preventDefault();
            event.stopPropagation();
            rate(criterion.id, level.id);
            const radios = [...root.current!.querySelectorAll<HTMLInputElement>(`[data-criterion="${place + 1}"] input`)];
            (radios.find(each => each.checked) ?? radios[0])?.focus();
        }
    };
    return <div ref={root} className='t-rubric'>
        <p className='t-quiet'>{nls.localize('earshot/training/rubric/keys', '1 to 9 choose a level and go on to the next criterion.')}</p>
        {criteria.map((criterion, place) => <fieldset key={criterion.id} className='t-criterion' data-criterion={place} onKeyDown={event => onKey(event, place)}>
            <legend><span className='t-criterion-text'>{criterion.text}</span> <span className='t-quiet e-figures'>{countsText(shares[place]!)}</span> {criterion.critical && <CriticalCriterion failed={failed.includes(criterion.id)} />}</legend>
            <div className='t-levels'>{criterion.levels.map((level, at) => <label key={level.id} className='t-option' data-checked={levelOf(criterion, ratings)?.id === level.id || undefined}>
                <input type='radio' name={`${name}-${criterion.id}`} aria-keyshortcuts={String(at + 1)} checked={levelOf(criterion, ratings)?.id === level.id} onChange={() => rate(criterion.id, level.id)} />
                <span className='t-option-key e-figures' aria-hidden='true'>{at + 1}</span>
                <span className='t-option-text'>{level.text} <span className='t-quiet e-figures'>({nls.localize('earshot/training/rubric/level-points', 'points: {0}', levelPoints(level.points))})</span></span>
            </label>)}</div>
            <Field label={nls.localize('earshot/training/rubric/comment', 'Comment on “{0}”', criterion.text)} hideLabel><TextArea rows={1} maxLength={4000} placeholder={nls.localize('earshot/training/rubric/comment-short', 'Comment')} value={ratings[criterion.id]?.comment ?? ''} onChange={text => comment(criterion.id, text)} /></Field>
        </fieldset>)}
        <p className='t-rubric-sum e-figures' role='status'>{rated < criteria.length ? nls.localize('earshot/training/rubric/rated', 'Criteria rated: {0} of {1}', rated, criteria.length) : ofPoints((share ?? 0) * points, points)}</p>
    </div>;
}
