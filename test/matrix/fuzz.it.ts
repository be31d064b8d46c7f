/**
 * Every operation of every package is given what it does not expect, made from its own schema: whatever comes, the answer is a
 * decision of ours and never an accident, and what is stored is what was sent.
 */
import { builtInRoles } from '@earshot/core/lib/common/access/permission';
import { afterAll, describe, expect, it } from 'vitest';
import type { ContractOperation } from './contract-operations';
import { requestFor } from './attempt';
import { startHouse } from './running-house';
import { type Kind, seedRows } from './seeded-rows';
import { type Member, membersOf } from './members';
import { sampleInput } from './sample-input';
import { awkwardMoments, awkwardNumbers, awkwardTexts, deepJson, impossibleTexts, otherKinds } from '../fault/harness/awkward-values';
import { long } from '../fixtures/back-end';
import type { Answer, Caller } from '../fault/harness/caller';
import { addPerson, firstAdministrator } from '../fault/harness/people';

const house = await startHouse();
const first = await firstAdministrator(house.url, house.notice);
const seeded = await seedRows(first, builtInRoles);
/** Several, so that none of them asks too often. */
const administrators: Caller[] = [];
for (let index = 0; index < 12; index++) {
    administrators.push((await addPerson(first, `administrator-${index}`, ['administrator', 'qa-evaluator'])).caller);
}
afterAll(() => house.stop());

let turn = 0;
const somebody = (): Caller => administrators[turn++ % administrators.length]!;

const unexpected: string[] = [];
const { error } = console;
console.error = (...words: unknown[]) => {
    unexpected.push(words.map(String).join(' '));
};
afterAll(() => {
    console.error = error;
});

/** They would end what the test stands on. */
const leftOut = new Set(['core.session.signOut']);
const operations = house.operations.filter(each => each.input && !leftOut.has(each.name));

const kindOfMember = (name: string, path: string): Kind | undefined => {
    const ofPath = /\/(people|teams|positions|jobs|forms|form-versions|recordings|interactions|evaluations|calibrations)\/\{id\}/.exec(path)?.[1];
    const kinds: Readonly<Record<string, Kind>> = {
        people: 'person', teams: 'team', positions: 'position', jobs: 'job', forms: 'form', 'form-versions': 'formVersion', recordings: 'recording', interactions: 'interaction', evaluations: 'evaluation', calibrations: 'calibration',
        interactionId: 'interaction', formId: 'form', teamId: 'team', agentId: 'person', personId: 'person', leaderId: 'person', successorId: 'person', positionId: 'position', parentId: 'team'
    };
    return kinds[name === 'id' ? ofPath ?? '' : name];
};

/** Ids of rows that there are, so that what is awkward gets as far as it can. */
const realIds = ({ path }: ContractOperation, members: readonly Member[]): Record<string, string> => Object.fromEntries(members.flatMap(({ place: [name, ...deeper] }) => {
    const kind = deeper.length === 0 && kindOfMember(String(name), path);
    return kind && seeded.south[kind] ? [[name!, seeded.south[kind]]] : [];
}));

const withAt = (value: unknown, [next, ...rest]: readonly (string | number)[], put: unknown): unknown => {
    if (next === undefined) {
        return put;
    }
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value as unknown[]] : { ...value as Record<string, unknown> };
    (copy as Record<string | number, unknown>)[next] = withAt((copy as Record<string | number, unknown>)[next], rest, put);
    return copy;
};

/** Some operations hash a password for each text, which takes its time on a busy machine. */
const patience = 600_000;

const send = (operation: ContractOperation, input: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const { path, question } = requestFor(operation, input);
    return somebody().ask(operation.method, path, question);
};

/** 507 and the like are decisions, too, but there is no reason for them here. */
const expectDecision = (answer: Answer, what: string): void => {
    expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    expect(answer.body, what).toBeDefined();
};

/** The members of an answer that have the name of a text that was sent, and are another text. */
const changedTexts = (sent: unknown, body: unknown): string[] => {
    if (typeof sent !== 'object' || sent === null || typeof body !== 'object' || body === null) {
        return [];
    }
    return Object.entries(sent).flatMap(([name, value]) => {
        const came = (body as Record<string, unknown>)[name];
        return typeof value === 'string' && typeof came === 'string' ? value.trim() === came ? [] : [`${name}: ${JSON.stringify(value)} became ${JSON.stringify(came)}`] : changedTexts(value, came);
    });
};

describe.each(operations.map(each => [`${each.method} ${each.path}`, each] as const))('%s', (_title, operation) => {
    const members = membersOf(operation.input!);
    const base = () => requestSample(operation, members);
    const texts = members.filter(each => each.kind === 'text');

    if (texts.length > 0) {
        it('keeps awkward texts as they are, or refuses them', async () => {
            for (const [name, text] of [...Object.entries(awkwardTexts), ...Object.entries(impossibleTexts)]) {
                const all = texts.reduce<unknown>((input, { place, most }) => withAt(input, place, text.slice(0, most)), base()) as Record<string, unknown>;
                const alone = long || ['SQL', 'NUL'].includes(name) ? texts : [];
                for (const input of [all, ...alone.map(({ place, most }) => withAt(base(), place, text.slice(0, most)) as Record<string, unknown>)]) {
                    const answer = await send(operation, input);
                    expectDecision(answer, name);
                    if (answer.status < 300 && name in awkwardTexts) {
                        expect(changedTexts(input, answer.body), name).toEqual([]);
                    }
                }
            }
        }, patience);
    }

    const others = members.filter(each => each.kind === 'number' || each.kind === 'moment');
    if (others.length > 0) {
        it('bears awkward numbers and moments', async () => {
            for (const { place, kind } of others) {
                for (const value of kind === 'number' ? awkwardNumbers : awkwardMoments) {
                    expectDecision(await send(operation, withAt(base(), place, value) as Record<string, unknown>), `${place.join('.')} = ${value}`);
                }
            }
        });
    }

    if (members.length > 0) {
        it('refuses, or bears, other kinds of values', async () => {
            for (const { place } of members) {
                for (const value of long ? otherKinds : otherKinds.filter((_, index) => index % 2 === 0)) {
                    expectDecision(await send(operation, withAt(base(), place, value) as Record<string, unknown>), `${place.join('.')} = ${JSON.stringify(value)}`);
                }
            }
        });
    }

    if (operation.method !== 'GET') {
        it('refuses bodies that are something else', async () => {
            const { path } = requestFor(operation, base());
            const json = { 'content-type': 'application/json' };
            const bodies: readonly (readonly [string, BodyInit, Record<string, string>])[] = [
                ['cut off', '{"a":', json], ['NaN', '{"value":NaN,"version":NaN}', json], ['infinite', '{"value":1e999,"version":1e999}', json], ['a list', '[1,2,3]', json], ['a text', '"text"', json], ['null', 'null', json], ['empty', '', json],
                ['deep', deepJson(20_000), json], ['deep inside', `{"value":${deepJson(20_000)},"definition":{"a":${deepJson(20_000)}},"file":{"a":${deepJson(20_000)}},"answers":{"a":${deepJson(20_000)}}}`, json],
                ['prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"definition":{"__proto__":{"polluted":true}}}', json],
                ['not UTF-8', Buffer.from('7b2261223a22ff00fe227d', 'hex'), json], ['plain text', 'text', { 'content-type': 'text/plain' }], ['of no kind', 'text', { 'content-type': 'nonsense' }],
                ['a form', 'a=1&a[]=2&b[c][d]=3&__proto__[x]=1', { 'content-type': 'application/x-www-form-urlencoded' }], ['broken multipart', '--x\r\n', { 'content-type': 'multipart/form-data; boundary=x' }],
                ['multipart without a boundary', '--x\r\n', { 'content-type': 'multipart/form-data' }], ['compressed', Buffer.from('1f8b0800000000000003', 'hex'), { ...json, 'content-encoding': 'gzip' }]
            ];
            for (const [name, raw, headers] of bodies) {
                expectDecision(await somebody().ask(operation.method, path, { raw, headers }), name);
            }
            expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        });
    }
});

const requestSample = (operation: ContractOperation, members: readonly Member[]): Record<string, unknown> => ({ ...sampleInput(operation.name, operation.input), ...realIds(operation, members) });

describe('addresses', () => {
    it.each([
        '/people/%ff', '/people/%00', '/people/..%2f..', '/people/' + 'x'.repeat(3000), '/people?' + 'a=1&'.repeat(3000), '/people?limit=1&limit=2', '/people?limit=NaN', '/people?limit[]=1', '/people?text[a][b][c]=1',
        '/people?text=%ff%fe', '/people?text=%00', '/people?__proto__[x]=1', '/people?after=' + 'A'.repeat(400), '/quality/interactions?from=yesterday', '/quality/interactions?minDurationMs=1e308', '/quality/interactions?minDurationMs=Infinity',
        '/audit?after=99999999999999999999999', '/audit?after=%27', '/media/recordings/x/peaks/1e9', `/media/recordings/${seeded.south.recording}/peaks/-1`, `/media/recordings/${seeded.south.recording}/peaks/1e999`, '/media/recordings/%ff/audio',
        '//people', '/%2e%2e/people', '/people/./x', '/?x', '/nothing'
    ])('%s', async path => {
        const answer = await somebody().ask('GET', path);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    });
    it.each(['bytes=0-0', 'bytes=-1', 'bytes=99999999999-', 'bytes=5-1', 'bytes=0-0,2-2', 'bytes=a-b', 'bytes=', 'lines=1-2', `bytes=${'0-0,'.repeat(500)}0-0`])('a recording by %s', async range => {
        const answer = await somebody().peek('GET', `/media/recordings/${seeded.south.recording}/audio`, { headers: { range } });
        expect([200, 206, 416]).toContain(answer.status);
    });
});

it('was surprised by nothing', () => {
    expect(unexpected).toEqual([]);
});
