import { expect, it } from 'vitest';
import { allQuestions } from '@earshot/forms';
import { fixtureForm } from '../../../common/calibration/panel-fixture';
import { choicesOf, ratingLabel } from './rating-label';

const [greeting, tone, remark] = allQuestions(fixtureForm).map(each => each.question);

it('says ratings in the words of the form', () => {
    expect(choicesOf(greeting!)).toEqual([{ rating: 1, label: 'Yes' }, { rating: 0, label: 'No' }]);
    expect(choicesOf(tone!).map(each => each.rating)).toEqual([1, 2, 3, 4, 5]);
    expect(choicesOf(remark!)).toEqual([]);
    expect(ratingLabel(greeting!, 0, false)).toBe('No');
    expect(ratingLabel(greeting!, null, true)).toBe('Not applicable');
    expect(ratingLabel(tone!, null, false)).toBe('Not rated');
    expect(ratingLabel(remark!, 2.5, false)).toBe('2.5');
});
