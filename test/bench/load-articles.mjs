/**
 * Fills a database with articles, for measuring lists at the size of a large knowledge base:
 *
 *     DATABASE_URL=postgres://… node test/bench/load-articles.mjs [articles, 27000]
 *
 * The database must have been opened by Earshot once, so that its tables are there, with at least one category and one person; what is added stays.
 * A third of the articles are originals in Simplified Chinese, the others their translations; one in twenty is confidential, one in ten has a draft,
 * one in eight is due for review; 90 days of use, most of it on few articles. The same at every run. Prints what it added and how long it took.
 */
import { Client } from 'pg';

const [articles = 27_000] = process.argv.slice(2).map(Number);
if (!process.env.DATABASE_URL || !(articles > 0)) {
    console.error('DATABASE_URL=postgres://… node test/bench/load-articles.mjs [articles]');
    process.exit(2);
}

/** Tables that every statement below reads: the articles to be, with all that is decided about them. */
const planned = `
    create temporary table planned on commit drop as
    select place, ('0190a000-0000-7000-8' || lpad(to_hex($2::int % 4096), 3, '0') || '-' || lpad(to_hex(place), 12, '0'))::uuid as id,
        ('0190a000-0000-7001-8' || lpad(to_hex($2::int % 4096), 3, '0') || '-' || lpad(to_hex(place), 12, '0'))::uuid as revision_id,
        ('0190a000-0000-7002-8' || lpad(to_hex($2::int % 4096), 3, '0') || '-' || lpad(to_hex(place), 12, '0'))::uuid as draft_id,
        (array['zh-cn', 'zh-tw', 'en'])[1 + place % 3] as language, place - place % 3 as original, categories.ids[1 + (place / 3 * 7) % array_length(categories.ids, 1)] as category_id, people.ids[1 + (place * 13) % array_length(people.ids, 1)] as owner_id,
        case place % 3 when 0 then '怎样办理业务' when 1 then '如何辦理業務' else 'How to arrange matter' end || ' ' || (place / 3) || ' ' || (array['转账', '挂失', 'loan', '年费', 'limit', '理财', 'claim', '宽带'])[1 + (place * 31) % 8] as title,
        array[(array['card', '贷款', 'fee', '理赔', 'roaming'])[1 + place % 5], 't' || place % 400] as tags, case when place % 20 = 7 then array['role:team-leader'] else array['everyone'] end as audience,
        place % 8 = 3 as due, place % 10 = 4 as drafted, now() - make_interval(mins => place * 17 % 500000) as published_at
    from generate_series(0, $1::int - 1) place,
        (select array_agg(id order by id) ids from knowledge.category) categories, (select array_agg(id order by id) ids from (select id from core.person where status = 'active' order by id limit 40) person) people`;
const content = `jsonb_build_object('kind', 'faq', 'language', language, 'title', title, 'categoryId', category_id, 'tags', to_jsonb(tags), 'audience', to_jsonb(audience), 'validFrom', null, 'validUntil', null, 'sourceNumber', case when place = original then null else 1 end,
    'parts', jsonb_build_object('short', title || '：请先核对身份，再按步骤办理。', 'full', repeat('1. 核对客户身份与账户状态。 2. 说明费用、时限与所需材料。 3. 登记并告知受理编号。' || E'\\n\\n', 6), 'similar', '问法一 ' || title))`;
const steps = [
    `insert into knowledge.article (id, kind, language, title, keywords, category_id, tags, audience, state, owner_id, source_id, source_number, published_number, published_at, verified_at, review_due_at, created_at, changed_at)
        select id, 'faq', language, title, array_to_string(tags, E'\\n'), category_id, tags, audience, case when due then 'due-for-review' else 'published' end, owner_id, null, case when place = original then null else 1 end, case when place % 30 = 0 then 2 else 1 end,
        published_at, published_at, case when due then now() - make_interval(hours => place % 900) else published_at + interval '400 days' end, published_at, published_at from planned`,
    'update knowledge.article set source_id = original.id from planned join planned original on original.place = planned.original where planned.place <> planned.original and article.id = planned.id',
    `insert into knowledge.revision (id, article_id, number, state, content, hash, audience, author_id, contributors, created_at, changed_at, submitted_at, published_at)
        select revision_id, id, 1, case when due then 'due-for-review' else 'published' end, ${content}, encode(sha256(id::text::bytea), 'hex'), audience, owner_id, array[owner_id], published_at, published_at, published_at, published_at from planned`,
    `insert into knowledge.revision (id, article_id, number, state, content, hash, audience, author_id, contributors, created_at, changed_at)
        select draft_id, id, 2, case when place % 40 = 4 then 'in-review' else 'draft' end, ${content}, encode(sha256(id::text::bytea), 'hex'), audience, owner_id, array[owner_id], now(), now() from planned where drafted`,
    `insert into knowledge.use_count (article_id, day, opened, read_out, copied)
        select id, current_date - day, 1 + 4000 / (place + 5), place % 3, place % 2 from planned, generate_series(0, 89) day where (place * 7 + day) % (1 + least(place / 200, 60)) = 0`,
    'analyze'
];

const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const began = performance.now();
try {
    await client.query('begin');
    await client.query(planned, [articles, Date.now() % 4096]);
    for (const step of steps.slice(0, -1)) {
        await client.query(step);
    }
    await client.query('commit');
    await client.query(steps.at(-1));
    const { rows: [counted] } = await client.query('select (select count(*)::int from knowledge.article) articles, (select count(*)::int from knowledge.revision) revisions, (select count(*)::int from knowledge.use_count) uses');
    console.log(`${counted.articles} articles, ${counted.revisions} revisions, ${counted.uses} days of use, in ${((performance.now() - began) / 1000).toFixed(1)} s`);
} catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
} finally {
    await client.end();
}
