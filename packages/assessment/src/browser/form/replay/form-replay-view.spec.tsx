import * as React from '@theia/core/shared/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiService } from '@earshot/core/lib/browser/application';
import { type Rendered, pause, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { type FormDefinition, notCritical } from '@earshot/forms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FormReplayResult } from '../../../common/assessment-contract';
import { FormReplayView } from './form-replay-view';
import { runsOf } from './score-series';

const form: FormDefinition = { title: { en: 'Service' }, languages: ['en'], sections: [{ id: 's', title: { en: 'S' }, questions: [{ id: 'q', text: { en: 'Greets' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical }] }] };
const result: FormReplayResult = {
    taken: 3, all: 3, most: 2000, breaks: [2], gaps: [{ question: 'q', text: { en: 'Greets' }, reason: 'other-kind', evaluations: 2 }],
    figures: { n: 3, whole: 1, meanBefore: 80, meanAfter: 72.5, bandsBefore: [0, 0, 0, 0, 0, 0, 1, 0, 0, 2], bandsAfter: [0, 0, 0, 1, 0, 0, 0, 0, 0, 2], passedBefore: { passed: 2, n: 3 }, passedAfter: { passed: 0, n: 0 } },
    series: [{ month: '2026-09', number: 1, n: 1, meanBefore: 60, meanAfter: 50 }, { month: '2026-10', number: 2, n: 2, meanBefore: 90, meanAfter: 83.75 }]
};
let rendered: Rendered;
const show = async (data: FormReplayResult): Promise<void> => {
    rendered = await renderWidget(<QueryClientProvider client={new QueryClient()}><FormReplayView versionId='v' revision={1} number={3} form={form} draft={undefined} /></QueryClientProvider>,
        { services: [[ApiService, { clientOf: () => ({ forms: { replay: vi.fn(async () => data) } }) }]] });
    for (let attempt = 0; attempt < 100 && !rendered.element.querySelector('.a-replay, .e-empty'); attempt++) {
        await pause(20);
    }
};
afterEach(() => rendered.unmount());

describe('a replay', () => {
    it('says what changes, over how many, and where it is an estimate', async () => {
        await show(result);
        const text = rendered.element.textContent!;
        expect(text).toContain('On version 3 the same 3 evaluations score −7.5 percentage points on average.');
        expect(text).toContain('Of these, 1 have every answer');
        expect(text).toContain('1.1 Greets');
        expect(text).toContain('is asked in another way');
        expect([...rendered.element.querySelectorAll('.a-histogram caption')].map(each => each.textContent)).toEqual(['As scored (n = 3)', 'On version 3 (n = 3)']);
        expect([...rendered.element.querySelectorAll('.a-histogram-after td')].map(each => each.textContent)).toEqual(['0', '0', '0', '1', '0', '0', '0', '0', '0', '2']);
        expect(text).not.toContain('Passed on version 3');
    });

    it('marks where scores stop being comparable', async () => {
        await show(result);
        expect(rendered.element.querySelectorAll('.a-series-break')).toHaveLength(1);
        expect([...rendered.element.querySelectorAll('tr[data-break] th')].map(each => each.textContent)).toEqual(['2026-10']);
        expect(rendered.element.querySelectorAll('polyline.a-series-before')).toHaveLength(2);
    });

    it('says so where there is nothing to score', async () => {
        await show({ ...result, taken: 0, all: 0, series: [], gaps: [], figures: { ...result.figures, n: 0, meanBefore: null, meanAfter: null } });
        expect(rendered.element.textContent).toContain('No past evaluation can be scored on this version.');
    });

    it('joins only what can be compared', () => {
        const point = (number: number) => ({ month: '', number, n: 1, meanBefore: 1, meanAfter: 1 });
        expect(runsOf([1, 1, 2, 3, 3, 2].map(point), [3])).toEqual([[0, 1, 2], [3, 4], [5]]);
        expect(runsOf([], [2])).toEqual([]);
    });
});
