import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TextPart } from '../../common/search/search-contract';
import { allowed, type TestPerson } from '../people/test-house';
import { newId } from '../storage/identifier';
import { openSearchHouse, type SearchBackEnd, type SearchHouse } from './testing/search-house';
import { paper, Shelf } from './testing/shelf';

let house: SearchHouse;
let agent: TestPerson;
let lead: TestPerson;
beforeAll(async () => {
    house = await openSearchHouse();
    agent = await house.person('agent', { roles: ['agent'] });
    lead = await house.person('lead', { roles: ['qa-lead'] });
});
afterAll(() => house.close());

const [loss, fees, merger, later] = [newId(), newId(), newId(), newId()];
const filled = (): Shelf => {
    const shelf = new Shelf();
    shelf.put(
        paper(loss, '信用卡掛失', { fields: { title: '信用卡掛失', questions: ['卡片不見了怎麼辦'], tags: ['卡'], text: '請立即撥打客服熱線。掛失後補發新卡需要七個工作日，期間可以使用數位卡。' }, language: 'zh-Hant', category: 'cards' }),
        paper(fees, 'Annual fee', { fields: { title: 'Annual fee', text: 'The annual fee is waived after six purchases.' }, language: 'en', category: 'fees', state: 'unverified' }),
        paper(merger, '信用卡部門合併計畫', { audience: ['role:qa-lead'], category: 'board' }),
        paper(later, '信用卡新權益', { validFrom: Date.now() + 3_600_000 })
    );
    return shelf;
};
const find = ({ search }: SearchBackEnd, person: TestPerson, text: string) => search.find(person, { text, limit: 20 });
const titles = async (backEnd: SearchBackEnd, person: TestPerson, text: string): Promise<string[]> => (await find(backEnd, person, text)).rows.map(each => whole(each.title));
const whole = (parts: readonly TextPart[]): string => parts.map(each => each.text).join('');
const marked = (parts: readonly TextPart[] | undefined): string[] => (parts ?? []).filter(each => each.marked).map(each => each.text);

it('finds what says it, in either script, and shows where', async () => {
    const backEnd = await house.backEnd([filled()]);
    await backEnd.index.settled();
    const { rows, total, facets, building } = await find(backEnd, agent, '补发新卡');
    expect([total, building]).toEqual([1, false]);
    expect(rows[0]).toMatchObject({ kind: 'paper', id: loss, link: `earshot:/papers/papers/${loss}`, language: 'zh-Hant', state: 'current', category: { id: 'cards', name: 'cards' } });
    expect(marked(rows[0]!.snippet?.parts)).toEqual(['補發新卡']);
    expect(facets.category).toEqual([{ value: 'cards', name: 'cards', count: 1 }]);
    expect((await find(backEnd, agent, 'anual fee')).rows[0]).toMatchObject({ id: fees, state: 'unverified' });
    expect(marked((await find(backEnd, agent, '卡片不见了')).rows[0]!.snippet?.parts)).toEqual(['卡片不見了']);
    const { text, questions } = await backEnd.search.preview(agent, { id: loss, text: '补发' });
    expect([marked(text), whole(questions[0]!)]).toEqual([['補發'], '卡片不見了怎麼辦']);
});

it.each(['lunr', 'postgresql'] as const)('does the same with %s', async engine => {
    const [shelf, folder] = [filled(), await house.folder()];
    const backEnd = await house.backEnd([shelf], folder, engine);
    await backEnd.index.settled();
    expect(marked((await find(backEnd, agent, '补发新卡')).rows[0]!.snippet?.parts)).toEqual(['補發新卡']);
    expect([await titles(backEnd, agent, '合併'), await titles(backEnd, lead, '合併')]).toEqual([[], ['信用卡部門合併計畫']]);
    shelf.put(paper(fees, 'Foreign exchange', { version: '2', language: 'en' }));
    await house.tell('paper.changed', fees);
    await expect.poll(() => titles(backEnd, agent, 'exchange')).toEqual(['Foreign exchange']);
    expect((await backEnd.index.state()).documents).toBe(4);
    await backEnd.stop();
    shelf.remove(fees);
    const again = await house.backEnd([shelf], folder, engine);
    await again.index.settled();
    expect(await titles(again, agent, 'exchange')).toEqual([]);
    expect(await titles(again, agent, '掛失')).toEqual(['信用卡掛失']);
    await again.stop();
});

it('leaves no trace of what somebody may not see', async () => {
    const backEnd = await house.backEnd([filled()]);
    await backEnd.index.settled();
    expect(await titles(backEnd, lead, '信用卡')).toEqual(expect.arrayContaining(['信用卡掛失', '信用卡部門合併計畫']));
    const { total, facets } = await find(backEnd, agent, '信用卡');
    expect([total, facets.category.map(each => each.value)]).toEqual([1, ['cards']]);
    expect(await titles(backEnd, agent, 'hebing')).toEqual([]);
    expect((await backEnd.search.suggest(agent, { text: '信用卡', limit: 8 })).map(each => each.id)).toEqual([loss]);
    await expect(backEnd.search.preview(agent, { id: merger, text: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(backEnd.search.preview(lead, { id: later, text: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await titles(backEnd, allowed(lead, { 'audit:read': 'all' }), '信用卡')).toEqual([]);
});

it('shows a change to every back end, without being asked again', async () => {
    const shelf = filled();
    const [one, other] = [await house.backEnd([shelf]), await house.backEnd([shelf])];
    await Promise.all([one.index.settled(), other.index.settled()]);
    shelf.put(paper(fees, 'Foreign exchange', { version: '2', language: 'en' }));
    shelf.remove(loss);
    await house.tell('paper.changed', fees);
    await house.tell('paper.changed', loss);
    for (const each of [one, other]) {
        await expect.poll(() => titles(each, agent, 'exchange')).toEqual(['Foreign exchange']);
        await expect.poll(() => titles(each, agent, '掛失')).toEqual([]);
        expect(await titles(each, agent, 'annual')).toEqual([]);
    }
});

it('opens what was kept and reads only what has changed since', async () => {
    const folder = await house.folder();
    const shelf = filled();
    const first = await house.backEnd([shelf], folder);
    await first.index.settled();
    await first.stop();
    const read: string[] = [];
    const load = shelf.load.bind(shelf);
    shelf.load = ids => { read.push(...ids); return load(ids); };
    shelf.put(paper(fees, 'Foreign exchange', { version: '2', language: 'en' }));
    shelf.remove(loss);
    const second = await house.backEnd([shelf], folder);
    await second.index.settled();
    expect(read.sort()).toEqual([fees, loss].sort());
    expect(await titles(second, agent, 'exchange')).toEqual(['Foreign exchange']);
    expect(await titles(second, lead, '合併')).toEqual(['信用卡部門合併計畫']);
    expect(await titles(second, agent, '掛失')).toEqual([]);
    await second.stop();

    const [file] = await fs.readdir(path.join(folder, 'search'));
    const bytes = await fs.readFile(path.join(folder, 'search', file!));
    bytes[bytes.length >> 1]! ^= 1;
    await fs.writeFile(path.join(folder, 'search', file!), bytes);
    read.length = 0;
    const third = await house.backEnd([shelf], folder);
    await third.index.settled();
    expect(read.sort()).toEqual([fees, merger, later].sort());
    expect(await titles(third, agent, 'exchange')).toEqual(['Foreign exchange']);
});

it('goes on when a source fails, and tries again', async () => {
    const shelf = filled();
    const load = shelf.load.bind(shelf);
    let failures = 1;
    shelf.load = async ids => {
        if (failures-- > 0) {
            throw new Error('away');
        }
        return load(ids);
    };
    const backEnd = await house.backEnd([shelf]);
    await backEnd.index.settled();
    expect(await titles(backEnd, agent, 'annual')).toEqual([]);
    await expect.poll(() => titles(backEnd, agent, 'annual'), { timeout: 20_000 }).toEqual(['Annual fee']);
});

it('shows once what stands in several languages, counts it once, and leaves no trace of a translation that is not for everybody', async () => {
    const [english, simplified, traditional, alone] = [newId(), newId(), newId(), newId()];
    const shelf = new Shelf();
    const of = (id: string, title: string, language: string, about = {}) => paper(id, title, { language, group: 'visa', category: 'cards', ...about });
    shelf.put(of(english, 'Visa card abroad', 'en'), of(simplified, 'Visa 卡境外使用', 'zh-Hans', { category: 'travel' }), of(traditional, 'Visa 卡境外使用須知', 'zh-Hant', { audience: ['role:qa-lead'] }), paper(alone, 'Visa fees', { language: 'en', category: 'cards' }));
    const backEnd = await house.backEnd([shelf]);
    await backEnd.index.settled();
    const found = async (person: TestPerson, about = {}) => {
        const { rows, total, facets } = await backEnd.search.find(person, { text: 'visa', limit: 20, ...about });
        return { rows: Object.fromEntries(rows.map(each => [each.id, each.translations.map(one => one.id)])), total, ...Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, Object.fromEntries(values.map(each => [each.value, each.count]))])) };
    };
    expect(await found(agent)).toEqual({ rows: { [english]: [simplified], [alone]: [] }, total: 2, kind: { paper: 2 }, category: { cards: 2, travel: 1 }, language: { en: 2, 'zh-Hans': 1 } });
    expect(await found(lead)).toEqual({ rows: { [english]: [simplified, traditional], [alone]: [] }, total: 2, kind: { paper: 2 }, category: { cards: 2, travel: 1 }, language: { en: 2, 'zh-Hans': 1, 'zh-Hant': 1 } });
    expect((await found(agent, { language: 'zh-tw' })).rows).toHaveProperty(english);
    expect((await found(lead, { language: 'zh-tw' })).rows).toEqual({ [traditional]: [english, simplified], [alone]: [] });
    expect(await found(agent, { languages: ['zh-Hans'] })).toMatchObject({ rows: { [simplified]: [english] }, total: 1 });
    expect(await found(agent, { limit: 1 })).toMatchObject({ total: 2 });
    expect((await backEnd.search.rankOf(agent, 'abroad', `earshot:/papers/papers/${simplified}`, 10)).rank).toBe(1);
    shelf.put(of(simplified, 'Visa 卡境外使用', 'zh-Hans', { version: '2', group: undefined }));
    await house.tell('paper.changed', simplified);
    await expect.poll(async () => (await found(agent)).total).toBe(3);
    await backEnd.stop();
});
