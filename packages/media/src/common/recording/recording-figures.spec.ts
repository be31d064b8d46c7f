import { describe, expect, it } from 'vitest';
import { exchangedRoles, presumedRoles } from './channel-roles';
import { recordingFigures } from './recording-figures';

// agent 0–4 s and 6–8 s, customer 3–5 s and 20–21 s, music on the customer's channel 8–20 s, of 30 s
const segments = [
    { channel: 0, fromMs: 0, toMs: 4000 }, { channel: 1, fromMs: 3000, toMs: 5000 }, { channel: 0, fromMs: 6000, toMs: 8000 },
    { channel: 1, fromMs: 8000, toMs: 20_000, possibleHoldMusic: true as const }, { channel: 1, fromMs: 20_000, toMs: 21_000 }
];

describe('the figures of a call', () => {
    it('are shares of its duration, silences from a second on, and hold with the music', () => {
        expect(recordingFigures(30_000, segments, ['agent', 'customer'])).toEqual({
            speechShare: 8 / 30, agentTalkShare: 6 / 30, customerTalkShare: 3 / 30, silenceShare: 22 / 30, longestSilenceMs: 12_000, talkOverCount: 1, talkOverMs: 1000, holdMs: 12_000
        });
    });
    it('belong to the other when the channels are exchanged', () => {
        const roles = exchangedRoles(presumedRoles(2));
        expect(roles).toEqual(['customer', 'agent']);
        expect(recordingFigures(30_000, segments, roles)).toMatchObject({ agentTalkShare: 3 / 30, customerTalkShare: 6 / 30 });
    });
    it('leave open on mono who speaks how much, but not how long nobody does', () => {
        const mono = recordingFigures(10_000, [{ channel: 0, fromMs: 1000, toMs: 5000 }], presumedRoles(1));
        expect(mono).toEqual({ speechShare: 0.4, agentTalkShare: null, customerTalkShare: null, silenceShare: 0.6, longestSilenceMs: 5000, talkOverCount: null, talkOverMs: null, holdMs: 0 });
    });
    it('are of silence where nobody says a word', () => {
        expect(recordingFigures(12_000, [], ['agent', 'customer'])).toMatchObject({ speechShare: 0, agentTalkShare: 0, silenceShare: 1, longestSilenceMs: 12_000, holdMs: 12_000, talkOverCount: 0 });
    });
    it('take a conference for mixed voices', () => expect(presumedRoles(3)).toEqual(['mixed', 'mixed', 'mixed']));
});
