import type { SearchDocument } from '../document';
import { ndcg } from '../evaluation/metrics';
import type { Awaitable, SearchEngine, SearchOptions, Viewer } from '../search-engine';
import { type FaqQuery, faqDocuments, faqQueries } from './faq-collection';

/**
 * What every engine must do, to be run for each:
 *
 *     for (const check of conformanceChecks({ pinyin: true })) {
 *         it(check.name, () => check.run(() => new MyEngine()));
 *     }
 *
 * Knows no test runner: a check that fails throws.
 */
export interface ConformanceCheck {
    readonly name: string;
    run(create: () => Awaitable<SearchEngine>): Promise<void>;
}

export interface Capabilities {
    /** whether Chinese titles are found by their pinyin */
    readonly pinyin: boolean;
    /** whether `snapshot` gives something; false for an engine that keeps its index itself */
    readonly snapshots: boolean;
}

/** Everybody's, at a time without limits. */
export const everyone: Viewer = { audience: ['everyone'], at: Date.UTC(2025, 5, 1) };

const expect = (holds: boolean, what: string): void => {
    if (!holds) {
        throw new Error(what);
    }
};

const same = (found: unknown, wanted: unknown, what: string): void =>
    expect(JSON.stringify(found) === JSON.stringify(wanted), `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);

const found = async (engine: SearchEngine, query: string, options: Partial<SearchOptions> = {}): Promise<string[]> =>
    (await engine.search(query, { viewer: everyone, ...options })).hits.map(each => each.id);

const filled = async (create: () => Awaitable<SearchEngine>): Promise<SearchEngine> => {
    const engine = await create();
    await engine.put(faqDocuments);
    return engine;
};

/** Mean nDCG@10 over queries. */
const qualityOf = async (engine: SearchEngine, queries: readonly FaqQuery[]): Promise<number> => {
    let sum = 0;
    for (const { text, answer } of queries) {
        sum += ndcg(await found(engine, text), new Map([[answer, 1]])) ?? 0;
    }
    return sum / queries.length;
};

const article = (id: string, title: string, rest: Partial<SearchDocument> = {}): SearchDocument =>
    ({ id, kind: 'article', language: 'zh-Hans', audience: ['everyone'], updatedAt: 0, fields: { title, text: '' }, ...rest });

const floors: Readonly<Record<keyof typeof faqQueries, number>> = { chinese: 0.85, english: 0.85, crossScript: 0.9, typos: 0.8, pinyin: 0.9 };

const quality = (kind: keyof typeof faqQueries): ConformanceCheck => ({
    name: `finds the answers to ${kind} questions`,
    run: async create => {
        const reached = await qualityOf(await filled(create), faqQueries[kind]);
        expect(reached >= floors[kind], `nDCG@10 of ${kind} is ${reached.toFixed(3)}, below ${floors[kind]}`);
    }
});

const check = (name: string, run: (engine: SearchEngine, create: () => Awaitable<SearchEngine>) => Promise<void>): ConformanceCheck =>
    ({ name, run: async create => run(await filled(create), create) });

const changes: readonly ConformanceCheck[] = [
    check('shows an added document at once', async engine => {
        await engine.put([article('new', '云闪付绑卡失败')]);
        same((await found(engine, '云闪付'))[0], 'new', 'found');
        same(await found(engine, '+云闪付'), ['new'], 'the only one');
    }),
    check('shows a change at once, and no longer what was there', async engine => {
        await engine.put([article('s20', '会员生日特权')]);
        same(await found(engine, '+生日特权'), ['s20'], 'found by the new title');
        same(await found(engine, '+兑换礼品'), [], 'found by the old title');
        same((await engine.statistics()).documents, faqDocuments.length, 'documents');
    }),
    check('forgets what is removed', async engine => {
        await engine.remove(['s20', 'unknown']);
        expect(!(await found(engine, '积分兑换礼品', { limit: 100 })).includes('s20'), 'found after removal');
        same((await engine.statistics()).documents, faqDocuments.length - 1, 'documents');
        await engine.put(faqDocuments.filter(each => each.id === 's20'));
        same((await found(engine, '积分兑换礼品'))[0], 's20', 'found when put again');
    })
];

const syntax: readonly ConformanceCheck[] = [
    check('keeps to + and -', async engine => {
        const all = await found(engine, '转账', { limit: 100 });
        expect(all.includes('s08') && all.includes('s09'), `转账 finds ${all.join()}`);
        same(await found(engine, '转账 +撤销 -跨行'), ['s09'], 'with + and -');
        same(await found(engine, '转账 +撤销 NOT 跨行'), ['s09'], 'with NOT');
        const others = await found(engine, '-转账', { limit: 100 });
        expect(others.length > 40 && !others.includes('s08') && !others.includes('s09'), `-转账 finds ${others.join()}`);
    }),
    check('finds a phrase only as it stands', async engine => {
        same(await found(engine, '"最低还款额为"'), ['s04'], 'phrase');
        same(await found(engine, '"还款最低额"'), [], 'other order');
        same(await found(engine, '“臨時額度最長”'), ['s02'], 'phrase in the other script and quotes');
        same(await found(engine, '"several contactless purchases"'), ['e03'], 'English phrase');
    }),
    check('searches in one field', async engine => {
        same((await found(engine, '+title:发票', { limit: 100 })).sort(), ['s17', 's18'], 'in titles');
        expect((await found(engine, 'text:ombudsman')).includes('e18'), 'in texts');
        same(await found(engine, 'title:ombudsman'), [], 'not in titles');
    }),
    check('finds what hardly counts, once, and last', async engine => {
        const viewer = { viewer: everyone, limit: 100 };
        const [plain, faint] = [await engine.search('信用卡 临时额度', viewer), await engine.search('信用卡^0 临时额度', viewer)];
        same([faint.total, new Set(faint.hits.map(each => each.id)).size, faint.hits.length], [plain.total, plain.total, plain.total], 'hits of 信用卡^0 临时额度');
        same(faint.hits[0].id, 's02', 'first');
        same(new Set(await found(engine, '信用卡^0 卡^0', { limit: 100 })).size, (await engine.search('信用卡 卡', viewer)).total, 'hits of what hardly counts alone');
    }),
    check('takes everything else as text', async engine => {
        for (const typed of ['', ' ', '"', '""', '+', '-', '--', 'NOT', '*', '^', '~', ':', 'a:b:c', 'foo:退款', '\\', '(', 'title:', '+"', '-“', '\ud800', 'x^^2', 'y~~', '退款~999', '😀', '\u0000']) {
            await found(engine, typed, { typing: true });
        }
        expect((await found(engine, 'foo:退款')).includes('s16'), 'an unknown field');
        same(await found(engine, ''), [], 'nothing typed');
    }),
    check('completes what is being typed', async engine => {
        expect((await found(engine, 'ombuds', { typing: true })).includes('e18'), 'the beginning of a word');
        expect((await found(engine, '信用卡年', { typing: true })).includes('s03'), 'the beginning of a pair');
        same((await engine.suggest('最低还', { viewer: everyone }))[0]?.id, 's04', 'suggested');
    }),
    check('asks for synonyms too, and puts pinned answers first', async engine => {
        same(await found(engine, '+掉线'), [], 'before');
        await engine.setSynonyms([{ words: ['掉线', '投诉'] }]);
        same(await found(engine, '+掉线'), ['s15'], 'by a synonym');
        await engine.setPins([{ queries: ['信用卡'], ids: ['s04', 'unknown'] }]);
        const result = await engine.search(' 信用卡 ', { viewer: everyone });
        same([result.hits[0].id, result.hits[0].pinned, result.hits[1].pinned], ['s04', true, false], 'pinned');
        expect((await found(engine, '信用卡 年费'))[0] !== 's04', 'pinned for another query');
    })
];

const visibility: readonly ConformanceCheck[] = [
    check('shows nothing of what a viewer may not see', async (engine, create) => {
        const secret = { audience: ['board'], category: '并购', kind: 'memo' };
        await engine.put([
            article('x1', '信用卡部门并购计划', secret), article('x2', 'Zeppelin merger', secret), article('x3', '未来的信用卡', { validFrom: Date.UTC(2026, 0, 1) }),
            article('x4', '过去的信用卡', { validUntil: Date.UTC(2025, 0, 1) }), article('x5', '无人的信用卡', { audience: [] })
        ]);
        await engine.setPins([{ queries: ['年费'], ids: ['x1'] }]);
        const without = await filled(create);
        for (const query of ['信用卡', '并购', 'zeppelin', 'zepelin', 'zepp', '-年费', '+信用卡', '"信用卡部门"', '年费', 'bgjh', 'weilai']) {
            const options: SearchOptions = { viewer: everyone, typing: true, limit: 100, facets: ['kind', 'category', 'language'] };
            same(await engine.search(query, options), await without.search(query, options), query);
            same(await engine.suggest(query, { viewer: everyone }), await without.suggest(query, { viewer: everyone }), `suggestions for ${query}`);
        }
        same(await engine.nearDuplicates('信用卡部门并购计划', { viewer: everyone, threshold: 0.3 }), await without.nearDuplicates('信用卡部门并购计划', { viewer: everyone, threshold: 0.3 }), 'near-duplicates');
        same((await found(engine, '并购', { viewer: { audience: ['board'], at: everyone.at } }))[0], 'x1', 'for the board');
        same((await found(engine, '未来的信用卡', { viewer: { ...everyone, at: Date.UTC(2026, 0, 1) } }))[0], 'x3', 'when it is valid');
        expect((await found(engine, '无人', { viewer: { audience: 'unrestricted', at: 'always' } })).includes('x5'), 'unrestricted');
    }),
    check('filters and counts', async engine => {
        const { total, facets, hits } = await engine.search('信用卡', { viewer: everyone, limit: 1, facets: ['category', 'language', 'kind'], filter: { languages: ['zh-Hans'] } });
        expect(hits.length === 1 && total >= 2, `${hits.length} hits of ${total}`);
        same(facets.language, [{ value: 'zh-Hans', count: total }], 'languages');
        same(facets.kind, [{ value: 'article', count: total }], 'kinds');
        expect(facets.category?.[0].value === '信用卡', 'the most frequent category');
        same(await found(engine, '+信用卡', { filter: { categories: ['积分'] } }), [], 'in another category');
        const [first, second, third] = await found(engine, '信用卡 积分');
        same(await found(engine, '信用卡 积分', { offset: 1, limit: 2 }), [second, third], `after ${first}`);
        const deep = await engine.search('信用卡 积分', { viewer: everyone, offset: 1, limit: 1, ranked: 3 });
        same([deep.ranked, deep.hits.map(each => each.id)], [[first, second, third], [second]], 'ids of the best beside the hits');
    }),
    check('says where the query was found, in the original', async engine => {
        await engine.put([article('h', '（ＡＢＣ）臨時額度調整 — Café', { language: 'zh-Hant' })]);
        const shown = async (query: string): Promise<string[]> => {
            const hit = (await engine.search(query, { viewer: everyone, filter: { languages: ['zh-Hant'] } })).hits.find(each => each.id === 'h');
            return (hit?.highlights ?? []).map(each => `${each.field}:${'（ＡＢＣ）臨時額度調整 — Café'.slice(each.start, each.end)}`);
        };
        same(await shown('临时额度'), ['title:臨時額度'], 'in the other script');
        same(await shown('abc cafe'), ['title:ＡＢＣ', 'title:Café'], 'full-width and with an accent');
        same(await shown('"额度调整"'), ['title:額度調整'], 'a phrase');
    }),
    check('puts what counts more before what says the same', async engine => {
        await engine.put([article('w1', '云闪付绑卡', { updatedAt: 1 }), article('w2', '云闪付绑卡', { weight: 2 })]);
        same(await found(engine, '+云闪付'), ['w2', 'w1'], 'by weight');
        await engine.put([article('w2', '云闪付绑卡')]);
        same(await found(engine, '+云闪付'), ['w1', 'w2'], 'by date');
    }),
    check('finds near-duplicates', async engine => {
        const text = '请立即拨打客服热线挂失，挂失后卡片不能再使用。补发新卡需要七个工作日。';
        same((await engine.nearDuplicates(text, { viewer: everyone }))[0]?.id, 's01', 'alike');
        same(await engine.nearDuplicates(text, { viewer: everyone, except: 's01' }), [], 'but for itself');
        same(await engine.nearDuplicates('', { viewer: everyone }), [], 'nothing');
    })
];

const snapshots: readonly ConformanceCheck[] = [
    check('is the same after a snapshot', async (engine, create) => {
        await engine.setSynonyms([{ words: ['掉线', '投诉'] }]);
        await engine.setPins([{ queries: ['信用卡'], ids: ['s04'] }]);
        const snapshot = await engine.snapshot();
        const other = await create();
        expect(snapshot !== undefined && await other.restore(snapshot), 'restored');
        for (const { text } of [...Object.values(faqQueries).flat(), { text: '掉线' }, { text: '信用卡' }]) {
            same(await other.search(text, { viewer: everyone }), await engine.search(text, { viewer: everyone }), text);
        }
    }),
    check('is the same after a snapshot that stands within a larger file', async (engine, create) => {
        const snapshot = (await engine.snapshot())!;
        const other = await create();
        const read = (at: number): Uint8Array => {
            // what reading a file gives in Node: a view of its own kind, of which a slice is no copy
            const file = new (class extends Uint8Array { override slice(start?: number, end?: number): this { return this.subarray(start, end) as this; } })(at + snapshot.length);
            file.set(snapshot, at);
            return file.subarray(at);
        };
        for (const at of [3, 8]) {
            expect(await other.restore(read(at)), `restored from ${at}`);
            same(await found(other, '信用卡年费'), await found(engine, '信用卡年费'), `found from ${at}`);
        }
    }),
    check('refuses a damaged snapshot', async (engine, create) => {
        const snapshot = (await engine.snapshot())!;
        const other = await create();
        const damaged = snapshot.slice();
        damaged[damaged.length >> 1] ^= 1;
        expect(!await other.restore(damaged) && !await other.restore(snapshot.slice(0, 1000)) && !await other.restore(new Uint8Array(0)), 'restored');
    })
];

/** All checks that an engine with these capabilities must pass. */
export const conformanceChecks = (capabilities: Capabilities): readonly ConformanceCheck[] => [
    ...(Object.keys(faqQueries) as (keyof typeof faqQueries)[]).filter(each => each !== 'pinyin' || capabilities.pinyin).map(quality),
    ...changes, ...syntax, ...visibility, ...capabilities.snapshots ? snapshots : []
];
