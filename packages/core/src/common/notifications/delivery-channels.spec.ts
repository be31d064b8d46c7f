import { describe, expect, it } from 'vitest';
import { channelsFor } from './delivery-channels';

const choice = { email: ['job.failed', 'dispute.opened'], webhook: ['job.failed'], webhookUrl: 'https://example.org/hook', webhookSecret: 'a'.repeat(16) };
const reach = { active: true, address: 'lin@example.org', mailServer: true };

describe('channelsFor', () => {
    it('carries what was chosen by the channels that were chosen', () => {
        expect(channelsFor('job.failed', choice, reach)).toEqual(['email', 'webhook']);
        expect(channelsFor('dispute.opened', choice, reach)).toEqual(['email']);
        expect(channelsFor('exam.due', choice, reach)).toEqual([]);
    });

    it('carries nothing to whoever chose nothing, has left, or cannot be reached', () => {
        expect(channelsFor('job.failed', undefined, reach)).toEqual([]);
        expect(channelsFor('job.failed', choice, { ...reach, active: false })).toEqual([]);
        expect(channelsFor('job.failed', choice, { ...reach, mailServer: false })).toEqual(['webhook']);
        expect(channelsFor('job.failed', { ...choice, webhookSecret: null }, { ...reach, address: null })).toEqual([]);
    });
});
