import { describe, expect, it } from 'vitest';
import { factsOf } from './file-name';

describe('the name of a recording', () => {
    it.each([
        ['20261118_140322_1042.wav', '20261118_140322_1042', '2026-11-18T14:03:22', undefined],
        ['2026-11-18T14-03-22 billing.mp3', '2026-11-18T14-03-22 billing', '2026-11-18T14:03:22', undefined],
        ['call.202611181403.opus', 'call.202611181403', '2026-11-18T14:03:00', undefined],
        ['A-778_agent.wav', 'A-778', undefined, 'agent'],
        ['A-778_customer.wav', 'A-778', undefined, 'customer'],
        ['通话-客户.wav', '通话', undefined, 'customer'],
        ['auto-repairs-40.mulaw.wav', 'auto-repairs-40.mulaw', undefined, undefined],
        ['13800001234567890.wav', '13800001234567890', undefined, undefined],
        ['no ending', 'no ending', undefined, undefined],
        ['.wav', '.wav', undefined, undefined]
    ])('%s', (name, callId, startedAt, side) => {
        expect(factsOf(name)).toEqual({ callId, startedAt, side });
    });
});
