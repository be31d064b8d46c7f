import { Container } from '@theia/core/shared/inversify';
import { expect, it, vi } from 'vitest';
import { ApiService } from '../application/api-service';
import { AnswerNotes } from './answer-notes';
import { type CallContext, CallContexts } from './call-context';

it('what somebody opens on their own call is noted, and what they read out after the call has left the screen', () => {
    let current: CallContext | undefined;
    const linkAnswer = vi.fn(async (_input: unknown) => ({}));
    const container = new Container();
    container.bind(ApiService).toConstantValue({ clientOf: () => ({ search: { linkAnswer } }) } as unknown as ApiService);
    container.bind(CallContexts).toConstantValue({ get current() { return current; } } as CallContexts);
    container.bind(AnswerNotes).toSelf();
    const notes = container.get(AnswerNotes);
    notes.note('earshot:/a', 'opened');
    current = { link: 'earshot:/call', title: '1', own: false };
    notes.note('earshot:/a', 'opened');
    expect(linkAnswer).not.toHaveBeenCalled();   // no call, or somebody else's
    current = { link: 'earshot:/call', title: '1', own: true };
    notes.note('earshot:/a', 'opened');
    current = undefined;
    notes.note('earshot:/a', 'read-out');
    notes.note('earshot:/b', 'read-out');
    expect(linkAnswer.mock.calls.map(([input]) => input)).toEqual([{ interaction: 'earshot:/call', link: 'earshot:/a', how: 'opened' }, { interaction: 'earshot:/call', link: 'earshot:/a', how: 'read-out' }]);
});
