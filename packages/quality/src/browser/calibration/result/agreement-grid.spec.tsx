import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { allQuestions } from '@earshot/forms';
import { click, focus, press, renderWidget, type Rendered } from '@earshot/core/lib/browser/testing/render-widget';
import type { CalibrationResult, QuestionResult } from '../../../common/calibration/calibration-contract';
import { fixtureForm } from '../../../common/calibration/panel-fixture';
import { AgreementGrid } from './agreement-grid';
import { gridRows } from './grid-rows';

const raters = ['ann', 'bo', 'cy'];
const calls = ['c0', 'c1'];
const coefficient = (name: string, value: number | null, n: number) => ({ name, value, interval: null, n, reason: value === null ? 'too-few-units' : null });

/** Ratings by call, then by rater; null where somebody did not rate. The first rater is the reference. */
const question = (questionId: string, level: QuestionResult['level'], ratings: readonly (readonly (number | null)[])[]): QuestionResult => ({
    questionId, level, agreement: 'fair', ambiguous: false, driftingRaters: [], ruling: null, exact: coefficient('exact', 0.75, 2), coefficients: [coefficient('AC1', null, 2)],
    reference: calls.map((interactionId, call) => ({ interactionId, rating: ratings[call]![0]!, notApplicable: false, source: 'expert' })),
    cells: calls.flatMap((interactionId, call) => raters.flatMap((raterId, rater) => {
        const rating = ratings[call]![rater] ?? null;
        return rating === null ? [] : [{ evaluationId: 'e', raterId, interactionId, rating, notApplicable: false, comment: null, evidence: [], matchesReference: rating === ratings[call]![0] }];
    }))
});
const result = {
    minimumUnits: 5, calls: calls.map(interactionId => ({ interactionId })), raters: raters.map(raterId => ({ raterId, name: raterId, expert: raterId === 'ann' })),
    questions: [question('greeting', 'nominal', [[1, 1, 0], [1, 1, null]]), question('tone', 'ordinal', [[5, 3, 5], [4, 4, null]])]
} as unknown as CalibrationResult;
const questions = new Map(allQuestions(fixtureForm).map(each => [each.question.id, each.question]));

let rendered: Rendered;
const show = async (onOpen = vi.fn()) => {
    rendered = await renderWidget(<AgreementGrid result={result} rows={gridRows(result, 'form', null)} nameOf={id => id} questionOf={id => questions.get(id)} open={undefined} onOpen={onOpen} />);
    const cell = (place: string): HTMLElement => rendered.element.querySelector<HTMLElement>(`[data-place="${place}"]`)!;
    return { onOpen, cell, stops: () => [...rendered.element.querySelectorAll('[tabindex="0"]')] };
};
const place = (): string | null => document.activeElement!.getAttribute('data-place');
const key = (name: string, modifiers?: KeyboardEventInit): Promise<void> => press(document.activeElement!, name, modifiers);

describe('the grid of ratings', () => {
    afterEach(() => rendered.unmount());

    it('is one stop for the Tab key, and the arrows move within it', async () => {
        const { cell, stops } = await show();
        expect(stops()).toEqual([cell('0/0')]);
        await focus(cell('0/0'));
        await key('ArrowRight');
        await key('ArrowDown');
        expect(place()).toBe('1/1');
        await key('End');
        expect(place()).toBe('1/3');
        await key('Home', { ctrlKey: true });
        await key('ArrowUp');
        expect(place()).toBe('0/0');
        expect(stops()).toHaveLength(1);
    });

    it('opens a rating with Enter or a click, and a question with its last column', async () => {
        const { cell, onOpen } = await show();
        await focus(cell('0/0'));
        await key('ArrowRight');
        await key('Enter');
        expect(onOpen).toHaveBeenLastCalledWith('greeting', 'bo');
        await key('End');
        await key(' ');
        expect(onOpen).toHaveBeenLastCalledWith('greeting', null);
        await click(cell('1/2'));
        expect(onOpen).toHaveBeenLastCalledWith('tone', 'cy');
        await key('a');
        expect(onOpen).toHaveBeenCalledTimes(3);
    });

    it('says in words what the marks show, with n and without what cannot be said', async () => {
        const { cell } = await show();
        expect(cell('0/2').textContent).toBe('1 not as the reference and 1 not rated');
        expect(cell('1/1').textContent).toBe('1 as the reference and 1 lower than the reference');
        expect([...cell('1/1').querySelectorAll('svg')].map(each => each.getAttribute('data-kind'))).toEqual(['lower', 'same']);
        expect(cell('0/3').textContent).toContain('75% the same fair');
        expect(cell('0/3').textContent).toContain('too few calls to say (2 of 5 needed)');
    });

    it('reads the share of the same ratings and a coefficient each on a scale of its own', async () => {
        const [greeting, tone] = result.questions;
        const judged = { ...result, questions: [{ ...greeting!, exact: coefficient('exact', 0.55, 8), coefficients: [coefficient('AC2', 0.76, 8)] }, { ...tone!, exact: coefficient('exact', 0.9, 8), coefficients: [coefficient('AC1', 0.35, 8), coefficient('alpha', 0.7, 8)] }] } as CalibrationResult;
        rendered = await renderWidget(<AgreementGrid result={judged} rows={gridRows(judged, 'form', null)} nameOf={id => id} questionOf={id => questions.get(id)} open={undefined} onOpen={vi.fn()} />);
        const readings = (row: number) => [...rendered.element.querySelectorAll(`[data-place="${row}/3"] .q-agreement-reading`)].map(each => [each.getAttribute('data-tone'), each.textContent]);
        expect(readings(0)).toEqual([['critical', '55% the same poor n = 8'], ['good', 'AC2 0.76 substantial n = 8']]);
        expect(readings(1)).toEqual([['good', '90% the same good n = 8'], ['critical', 'AC1 0.35 slight n = 8']]);
        expect(rendered.element.querySelector('[data-place="1/3"]')!.textContent).toContain('α 0.70 – tentative, n = 8');
    });
});
