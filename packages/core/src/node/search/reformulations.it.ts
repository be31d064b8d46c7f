import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { Reformulations } from './reformulations';
import type { SearchTables } from './search-tables';
import { SynonymService } from './synonym-service';

let house: TestHouse;
let editor: TestPerson;
let reformulations: Reformulations;
beforeAll(async () => {
    house = await openTestHouse();
    editor = await house.person('editor', { roles: ['knowledge-editor'] });
    reformulations = new Reformulations(house.database);
});
afterAll(() => house.close());

const minute = 60_000;
const day = 24 * 60 * minute;
/** Two days ago. */
const noon = Math.floor(Date.now() / day) * day - 1.5 * day;
const tables = () => house.database.read<SearchTables>();
/** Two searches of a session, ten seconds apart, of which the first led nowhere. */
const search = async (session: string, from: string, to: string, { at = noon, opened = true, again = 10_000 } = {}): Promise<void> => {
    await reformulations.follow(session, from, false, at);
    await reformulations.follow(session, to, opened, at + again);
};
const proposed = async () => (await reformulations.proposals()).map(({ from, to, searches, opened, days }) => [from, to, searches, opened, days]);

describe('words put for others', () => {
    it('are proposed from three sessions on, and not before', async () => {
        await search('one', 'lost card', 'missing card');
        await search('one', 'lost card', 'missing card', { at: noon + minute });
        await search('two', 'Lost card', 'missing card', { opened: false, at: noon + 2 * minute });
        expect(await proposed()).toEqual([]);
        await search('three', 'lost phone', 'missing phone', { at: noon + 3 * minute });
        expect(await proposed()).toEqual([['lost', 'missing', 4, 3, 1]]);
    });

    it('count only where nothing was opened first, and within a minute', async () => {
        const later = noon + 10 * minute;
        for (const session of ['one', 'two', 'three', 'four']) {
            await reformulations.follow(session, 'fees', true, later);
            await reformulations.follow(session, 'charges', true, later + 1000);
            await search(session, 'block', 'stop', { at: later, again: minute + 1 });
            await search(session, 'refund', 'refund 4000 1234 5678', { at: later + 2 * minute });
        }
        expect(await proposed()).toEqual([['lost', 'missing', 4, 3, 1]]);
        await reformulations.follow(undefined, 'block', false, later);
        await reformulations.follow(undefined, 'stop', true, later + 1);
        expect(await tables().selectFrom('core.search_reformulation').select('from_words').execute()).toEqual([{ from_words: 'lost' }]);
    });

    it('are proposed no more once they are synonyms or dismissed; neither reveals what too few searched', async () => {
        const synonyms = new SynonymService(house.database);
        const added = await synonyms.add(editor, { words: ['Missing', 'lost', 'gone'], oneWay: false });
        expect(await proposed()).toEqual([]);
        await synonyms.remove(editor, added.id);
        const [pair] = await reformulations.proposals();
        await reformulations.dismiss(editor, { id: pair!.id, dismissed: true });
        expect(await proposed()).toEqual([]);
        await reformulations.dismiss(editor, { id: pair!.id, dismissed: false });
        expect(await proposed()).toHaveLength(1);
        await search('one', 'merger', 'takeover');
        const rare = await tables().selectFrom('core.search_reformulation').select('id').where('from_words', '=', 'merger').executeTakeFirstOrThrow();
        await expect(reformulations.dismiss(editor, { id: rare.id, dismissed: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const audit = await house.database.read().selectFrom('core.audit_entry').select(['action', 'detail']).where('entity_type', '=', 'synonym-proposals').orderBy('position').execute();
        expect(audit).toEqual([{ action: 'synonym-proposal.dismissed', detail: {} }, { action: 'synonym-proposal.restored', detail: {} }]);
    });
});

describe('who searched', () => {
    it('stands nowhere: nothing that is kept comes from the session alone, and none of it is the same on another day or for another pair', async () => {
        const session = '0193a5f0-0000-7000-8000-0000000000aa';
        await search(session, 'hold', 'wait');
        await search(session, 'hotline', 'number', { at: noon + minute });
        await search(session, 'hold', 'wait', { at: noon + day });
        const rows = await tables().selectFrom('core.search_reformulation_session as session').innerJoin('core.search_reformulation as pair', 'pair.id', 'session.pair_id').select(['session.digest', 'pair.from_words'])
            .where('pair.from_words', 'in', ['hold', 'hotline']).execute();
        expect(rows.map(each => each.from_words).sort()).toEqual(['hold', 'hold', 'hotline']);
        expect(new Set(rows.map(each => each.digest)).size).toBe(3);
        const other = new Reformulations(house.database); // the key of another process is another
        await other.follow(session, 'hold', false, noon);
        await other.follow(session, 'wait', true, noon + 1000);
        const kept = JSON.stringify([await tables().selectFrom('core.search_reformulation').selectAll().execute(), await tables().selectFrom('core.search_reformulation_session').selectAll().execute()]);
        expect(kept).not.toContain(session);
        expect((await house.database.read().selectFrom('core.audit_entry').select('detail').execute()).some(each => JSON.stringify(each.detail).includes('hold'))).toBe(false);
    });

    it('is forgotten even as a digest when a pair is shown, on the next day, and with the pair after 90 days', async () => {
        const shown = (await reformulations.proposals()).map(each => each.id);
        expect(await tables().selectFrom('core.search_reformulation_session').select('pair_id').where('pair_id', 'in', shown).execute()).toEqual([]);
        const now = Date.now();
        await search('one', 'today', 'now', { at: now });
        await tables().insertInto('core.search_reformulation').values({ id: '0193a5f0-0000-7000-8000-0000000000bb', from_words: 'old', to_words: 'ancient', searches: 9, opened: 9, days: 9, sessions: 9, last_on: new Date(now - 91 * day).toISOString().slice(0, 10) }).execute();
        await reformulations.run();
        const left = await tables().selectFrom('core.search_reformulation_session as session').innerJoin('core.search_reformulation as pair', 'pair.id', 'session.pair_id').select('pair.from_words').execute();
        expect(left.filter(each => each.from_words !== 'today')).toEqual([]);
        expect(await tables().selectFrom('core.search_reformulation').select('id').where('from_words', '=', 'old').execute()).toEqual([]);
    });
});
