import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiService } from '@earshot/core/lib/browser/application';
import { click, renderWidget, type Rendered, type } from '@earshot/core/lib/browser/testing/render-widget';
import type { PlayerController } from '@earshot/media/lib/browser/player';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import { fixtureForm } from '../../common/calibration/panel-fixture';
import type { NamedForm } from '../evaluation/use-evaluation';
import { AnswerSheet } from './answer-sheet';
import { DisputePane } from './dispute-pane';
import { DisputeSheet } from './dispute-sheet';
import { NavigationService } from '@earshot/core/lib/browser/navigation';

const names: NamedForm = { form: fixtureForm, numbers: new Map(), nameOf: id => id, shortNameOf: id => id };
const evaluation = { id: 'e1', agentId: 'me', answers: { greeting: { value: false }, tone: { value: 2, comment: 'Flat.' } } } as unknown as Evaluation;
const base = { evaluationId: 'e1', version: 4, policy: { ...usualPolicy, releaseTimes: { weekdays: [], minutes: 0 } }, questions: [], earlier: [], answerable: true, may: [] };
const feedback = (more: Partial<Feedback>): Feedback => ({ ...base, state: 'released', releasedAt: null, dueAt: null, acknowledgedAt: null, comment: null, disputedAt: null, settledAt: null, ...more } as Feedback);

let rendered: Rendered;
afterEach(() => rendered.unmount());
const show = async (content: React.ReactElement) => {
    const operations = { dispute: vi.fn(async () => feedback({ state: 'disputed' })), answer: vi.fn(async () => feedback({ state: 'answered', evaluationId: 'e2' })) };
    const navigate = vi.fn(async () => undefined);
    rendered = await renderWidget(content, { services: [[ApiService, { clientOf: () => ({ feedback: operations }) }], [NavigationService, { navigate }]] });
    const button = (text: string): HTMLButtonElement => [...rendered.element.querySelectorAll('button')].find(each => each.textContent?.includes(text))!;
    const choose = (select: HTMLSelectElement, value: string) => React.act(async () => {
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value);
        select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return { operations, navigate, button, choose };
};

describe('a dispute that is being written', () => {
    it('is sent when every question has a reason, with the seconds that were marked', async () => {
        const player = { current: { markNow: () => ({ fromMs: 1000, toMs: 4000 }), select: vi.fn() } as unknown as PlayerController };
        const onClose = vi.fn();
        const { operations, button, choose } = await show(<DisputeSheet evaluation={evaluation} feedback={feedback({})} names={names} player={player} onPlay={vi.fn()} onClose={onClose} />);
        expect(button('Send the dispute').disabled).toBe(true);
        await choose(rendered.element.querySelector('select')!, 'tone');
        expect(rendered.element.textContent).toContain('Rated: 2');
        expect(rendered.element.textContent).toContain('Flat.');
        expect(button('Send the dispute').disabled).toBe(true);
        await type(rendered.element.querySelector('textarea')!, 'I was tired, not flat.');
        await click(button('Mark what is heard now'));
        expect(rendered.element.querySelector('.q-mark-time')?.textContent).toBe('0:01–0:04');
        await click(button('Send the dispute'));
        expect(operations.dispute).toHaveBeenCalledWith({ id: 'e1', version: 4, questions: [{ questionId: 'tone', reason: 'I was tired, not flat.', evidence: [{ id: expect.any(String) as string, questionId: 'tone', fromMs: 1000, toMs: 4000 }] }] });
        expect(onClose).toHaveBeenCalled();
    });
});

it('A dispute shows what was disputed before the result was corrected, also what was withdrawn', async () => {
    const before = { round: 1, questionId: 'tone', reason: 'I was not flat.', evidence: [], answers: [], escalationReason: null };
    await show(<DisputePane feedback={feedback({ earlier: [before] })} names={names} onPlay={vi.fn()} />);
    const earlier = rendered.element.querySelector('details')!;
    expect(earlier.querySelector('summary')!.textContent).toBe('Disputed before this correction: 1');
    expect(earlier.textContent).toContain('I was not flat.');
    expect(earlier.textContent).toContain('Withdrawn before it was answered.');
});

describe('an answer that is being written', () => {
    it('needs a decision, a reason and, where it overturns, the right rating; then it opens the result that counts', async () => {
        const disputed = feedback({ state: 'disputed', may: ['answer'], questions: [{ questionId: 'greeting', reason: 'I did greet.', evidence: [], answers: [], escalationReason: null }] });
        const { operations, navigate, button, choose } = await show(<AnswerSheet evaluation={evaluation} feedback={disputed} names={names} onPlay={vi.fn()} />);
        expect(rendered.element.textContent).toContain('I did greet.');
        await type(rendered.element.querySelector('textarea')!, 'Heard it.');
        expect(button('Send the answer').disabled).toBe(true);
        await click(rendered.element.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!);
        expect(button('Send the answer').disabled).toBe(true);
        await choose(rendered.element.querySelector('select')!, '0');
        await click(button('Send the answer'));
        expect(operations.answer).toHaveBeenCalledWith({ id: 'e1', version: 4, decisions: [{ questionId: 'greeting', decision: 'overturned', reason: 'Heard it.', answer: { value: true, comment: 'Heard it.' } }] });
        expect(navigate).toHaveBeenCalledWith('/quality/evaluations/e2', { replace: true });
    });
});
