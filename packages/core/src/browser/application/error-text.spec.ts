import { Container } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { describe, expect, it } from 'vitest';
import { coreErrorTexts } from '../core-error-texts';
import { ErrorTextContribution, ErrorTextService } from './error-text';

const container = new Container();
const quality: ErrorTextContribution = { error: code => code === 'TOO_FEW' ? 'Draw more calls.' : undefined, conflict: (reason, detail) => reason === 'form.published' ? `Form ${String(detail.name)} is published.` : undefined };
container.bind(ContributionProvider).toConstantValue({ getContributions: () => [coreErrorTexts, quality] }).whenTargetNamed(ErrorTextContribution);
container.bind(ErrorTextService).toSelf();
const { describe: say, problems } = container.get(ErrorTextService);

describe('errors in words', () => {
    it.each([
        [{ code: 'CONFLICT', data: { reason: 'team-not-empty' } }, 'There are still people or teams in this team. Move them first.'],
        [{ code: 'CONFLICT', data: { reason: 'form.published', detail: { name: 'A' } } }, 'Form A is published.'],
        [{ code: 'CONFLICT', data: { reason: 'unheard-of' } }, 'Somebody changed this meanwhile. Look at the current state and try again.'],
        [{ code: 'TOO_MANY_REQUESTS', data: { retryAfterSeconds: 12 } }, 'Too many requests. Try again in 12 seconds.'],
        [{ code: 'LOCKED', data: { retryAfterSeconds: 30 } }, 'Too many failed attempts. Try again in 30 seconds.'],
        [{ code: 'OUTRANKED', data: { permission: 'role:write' } }, 'This person may do things that you may not. Somebody who manages access can change them.'],
        [{ code: 'DISK_FULL' }, 'The disk of the server is full, and nothing was saved. Keep what you have, and tell your administrator to make room.'],
        [{ code: 'TIMED_OUT' }, 'This took too long and was broken off. Narrow the filter, or try again later.'],
        [{ code: 'TOO_FEW' }, 'Draw more calls.'],
        [new Error('x'), 'Something went wrong on the server. Try again; if it stays, tell your administrator.'],
        [undefined, 'Something went wrong on the server. Try again; if it stays, tell your administrator.']
    ])('%j', (error, text) => expect(say(error)).toBe(text));

    it('name the fields of an INVALID answer, and of an input without the declared shape', () => {
        expect(problems({ code: 'INVALID', data: { problems: [{ path: 'name', code: 'too-long' }] } })).toEqual([{ path: 'name', text: 'This is too long.' }]);
        expect(problems({ code: 'BAD_REQUEST', data: { issues: [{ path: ['sections', 2, 'weight'], code: 'invalid_type' }] } })).toEqual([{ path: 'sections.2.weight', text: 'This does not have the right form.' }]);
        expect(problems({ code: 'CONFLICT', data: {} })).toEqual([]);
        expect(problems({ code: 'CONFLICT', data: { reason: 'login-taken' } })).toEqual([{ path: 'login', text: 'Somebody else has this login name. Choose another one.' }]);
    });
});
