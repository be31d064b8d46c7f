import { describe, expect, it } from 'vitest';
import { catalogueReviewNear } from './catalogue-review';

describe('the catalogue is reviewed once a year', () => {
    const last = new Date('2026-01-10T00:00:00.000Z');
    it.each([
        ['nobody is asked long before', '2026-11-01', null], ['asked a month before it is a year', '2026-12-15', '2027-01-10'], ['asked on until it was done', '2027-05-01', '2027-01-10']
    ])('%s', (_, now, dueAt) => expect(catalogueReviewNear(last, new Date(now))?.dueAt ?? null).toEqual(dueAt && new Date(dueAt)));
    it('and not while nothing is in it', () => expect(catalogueReviewNear(null, new Date('2027-05-01'))).toBeNull());
});
