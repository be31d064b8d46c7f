import { describe, expect, it } from 'vitest';
import { languages } from '../../common/access/session-contract';
import { coreNotificationKinds } from './core-notification-kinds';
import { mailText } from './mail-text';

const link = 'earshot:/core/jobs/0190c6a4-1111-7000-8000-000000000001';

describe('a notification as a mail', () => {
    it('has a subject of one line, the way to the page, and the way out', () => {
        const { subject, body } = mailText('en', { subject: 'Failed:\r\nBcc: everybody@example.org', body: 'It failed.' }, 'https://earshot.example', link);
        expect(subject).toBe('Failed: Bcc: everybody@example.org');
        expect(body).toContain('It failed.\n\nhttps://earshot.example/#/core/jobs/0190c6a4-1111-7000-8000-000000000001\n');
        expect(body).toContain('https://earshot.example/#/account');
    });

    it.each(languages)('has words for everything core tells, in %s', language => {
        for (const each of coreNotificationKinds) {
            const { subject, body } = each.text(language, { title: '导出.csv' });
            expect(subject).toContain('导出.csv');
            expect(body).toContain('导出.csv');
            expect(subject + body).not.toMatch(/[{}]|undefined/);
            expect(mailText(language, { subject, body }, 'https://earshot.example', null).body).not.toContain('undefined');
        }
    });
});
