import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequirementStanding } from '../certification/may-take-calls';
import { type CertificateContent, certificateIsDue, certificateState, heldUntil, type MetRequirement, sealedText } from './certificate';
import { maskedName } from './masked-name';
import { codeBits, readCode, verificationCode } from './verification-code';

const numbers = fc.bigInt({ min: 0n, max: (1n << BigInt(codeBits)) - 1n }).filter(each => verificationCode(each) !== null);

describe('a verification code', () => {
    it.each([[0n, '00000-00000-00000-00000'], [1n, '00000-00000-00000-00011'], [31n, '00000-00000-00000-000ZZ'], [1n << 94n, 'G0000-00000-00000-0000N'], [36n, null]])('of %d is %s', (value, code) => expect(verificationCode(value)).toBe(code));
    it('has room for 95 bits, and is read as it was written', () => {
        expect(codeBits).toBe(95);
        fc.assert(fc.property(numbers, value => {
            const code = verificationCode(value)!;
            expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
            expect(readCode(code)).toBe(code);
            expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code);
        }));
    });
    it('tells of every wrong symbol', () => {
        const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
        fc.assert(fc.property(numbers, fc.nat(19), fc.constantFrom(...symbols), (value, place, other) => {
            const text = [...verificationCode(value)!.replaceAll('-', '')];
            fc.pre(text[place] !== other);
            expect(readCode(text.with(place, other).join(''))).toBeNull();
        }));
    });
    it('tells of neighbours that changed places', () => fc.assert(fc.property(numbers, fc.nat(18), (value, place) => {
        const text = [...verificationCode(value)!.replaceAll('-', '')];
        fc.pre(text[place] !== text[place + 1]);
        expect(readCode(text.with(place, text[place + 1]!).with(place + 1, text[place]!).join(''))).toBeNull();
    })));
    it.each(['', '-', '0000', '00000-00000-00000-0000', '00000-00000-00000-000000', '00000-00000-00000-0000U', '00000-00000-00000-0000*', '💥'.repeat(20)])('cannot be "%s"', typed => expect(readCode(typed)).toBeNull());
});

describe('a name that is masked', () => {
    it.each([['王秀英', '王＊＊'], ['王英', '王＊＊'], ['Grace Miller', 'G… M…'], ['  Ann  ', 'A…'], ['', ''], ['欧阳 Anna', '欧＊＊ A…'], ['𠮷田', '𠮷＊＊']])('%s: %s', (name, masked) => expect(maskedName(name)).toBe(masked));
});

const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
describe('a certificate', () => {
    const dates = { validUntil: day('2026-06-01'), supersededAt: null, revokedAt: null };
    it.each([
        ['valid', {}, '2026-05-31', null], ['ended', {}, '2026-06-01', '2026-06-01'], ['valid', { validUntil: null }, '2099-01-01', null], ['superseded', { supersededAt: day('2026-05-01') }, '2027-01-01', '2026-05-01'],
        ['revoked', { supersededAt: day('2026-05-02'), revokedAt: day('2026-05-01') }, '2027-01-01', '2026-05-01']
    ] as const)('is %s', (state, about, now, since) => {
        expect(certificateState({ ...dates, ...about }, day(now))).toBe(state);
        expect(heldUntil({ ...dates, ...about }, day(now))).toEqual(since && day(since));
    });

    const calls = { kind: 'supervised-calls', id: 'c', calls: 2, percent: 80 } as const;
    const standing = (about: Partial<RequirementStanding>): RequirementStanding => ({ requirement: calls, state: 'valid', until: day('2027-01-01'), graceUntil: null, done: 2, of: 2, open: [], ...about });
    const met: MetRequirement = { kind: 'supervised-calls', id: 'c', calls: 2, wanted: 80, percent: 90, at: '2026-01-01T00:00:00.000Z' };
    const present = { validUntil: day('2027-01-01'), requirements: [met] };
    it.each([
        ['when all holds', [standing({})], null, true], ['not while something has ended, though it is in its grace', [standing({}), standing({ state: 'grace', until: day('2026-01-01') })], null, false],
        ['not where nothing is asked', [], null, false], ['not once more', [standing({})], present, false], ['anew when it would hold longer', [standing({ until: day('2027-01-02') })], present, true],
        ['anew when nothing of it ends any more', [standing({ until: null })], present, true], ['not when it would hold shorter', [standing({ until: day('2026-12-31') })], present, false], ['not where it never ends', [standing({})], { ...present, validUntil: null }, false],
        ['anew when more is asked', [standing({})], { ...present, requirements: [{ ...met, calls: 1 }] }, true], ['anew when another thing was asked', [standing({})], { ...present, requirements: [met, { ...met, id: 'd' }] }, true]
    ] as const)('is due %s', (_, standings, before, due) => expect(certificateIsDue(standings, { requirements: standings.map(each => each.requirement) }, before)).toBe(due));

    it('is sealed with all that it says, in whatever order its members are kept', () => {
        const content: CertificateContent = { houseName: null, personName: 'Ann', employeeNumber: '1', positionName: 'Representative', requirements: [met], ruleVersion: 1, validFrom: '2026-01-01T00:00:00.000Z', validUntil: null, issuedByName: null };
        const turned = Object.fromEntries(Object.entries(content).reverse()) as unknown as CertificateContent;
        expect(sealedText(turned, 'A')).toBe(sealedText(content, 'A'));
        expect(new Set([sealedText(content, 'A'), sealedText(content, 'B'), sealedText({ ...content, personName: 'Bob' }, 'A'), sealedText({ ...content, requirements: [{ ...met, percent: 91 }] }, 'A')]).size).toBe(4);
    });
});
