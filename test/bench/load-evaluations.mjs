/**
 * Fills a database with evaluations, for measuring lists and figures at the size of a large centre:
 *
 *     DATABASE_URL=postgres://… node test/bench/load-evaluations.mjs [evaluations, 100000] [questions, 30]
 *
 * The database must have been opened by Earshot once, so that its tables and roles are there, and should hold nothing else: what is
 * added stays. One call with a recording for every evaluation, spread over a year; 400 agents in 20 teams, 40 evaluators. The
 * recordings have no sound. Prints what it added and how long it took.
 */
import { createRequire } from 'node:module';
import { Client } from 'pg';

const require = createRequire(import.meta.url);
const { scoreForm } = require('@earshot/forms');
const { figuresOf } = require('@earshot/quality/lib/node/report/result-figures');

const [evaluations = 100_000, questions = 30] = process.argv.slice(2).map(Number);
const [teams, agents, evaluators, sections, variants, batch] = [20, 400, 40, 5, 60, 10_000];
if (!process.env.DATABASE_URL || !(evaluations > 0) || !(questions > 0)) {
    console.error('DATABASE_URL=postgres://… node test/bench/load-evaluations.mjs [evaluations] [questions]');
    process.exit(2);
}

/** Numbers from 0 to 1 that are the same at every run. */
function* numbers(state = 20261122) {
    for (;;) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        yield state / 2 ** 32;
    }
}
const random = numbers();
const upTo = limit => Math.floor(random.next().value * limit);

const question = place => ({
    id: `q${place}`, text: { en: `Question ${place + 1}`, 'zh-cn': `评分项 ${place + 1}` }, weight: 1, notApplicable: place % 3 === 0,
    critical: place % 10 === 9 ? { class: 'compliance', effect: 'zero-form' } : { class: 'none', effect: 'none' },
    ...place % 2 ? { kind: 'scale', options: [1, 2, 3, 4].map(value => ({ value, label: { en: String(value) } })) } : { kind: 'yes-no' }
});
const definition = {
    title: { en: 'Large', 'zh-cn': '大评分表' }, languages: ['en', 'zh-cn'],
    sections: Array.from({ length: sections }, (_, section) => ({
        id: `s${section}`, title: { en: `Section ${section + 1}` }, questions: Array.from({ length: questions }, (_, place) => place).filter(place => place % sections === section).map(question)
    }))
};
/** So many different ways to fill it in, with the scores that they give. */
const filled = Array.from({ length: variants }, () => {
    const answers = Object.fromEntries(definition.sections.flatMap(each => each.questions).map(each => [each.id, each.notApplicable && upTo(12) === 0 ? { value: null, notApplicable: true }
        : { value: each.kind === 'yes-no' ? upTo(20) > 0 : 1 + Math.max(upTo(4), upTo(4)), ...upTo(8) === 0 ? { comment: '语速偏快，建议先确认客户的问题再作答。' } : {} }]));
    const score = scoreForm(definition, answers);
    return { answers, score, figures: figuresOf({ definition, score }) };
});

const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const began = performance.now();
/** Rows as arrays, one array a column, so that a statement takes ten thousand. */
const insert = async (table, columns, rows) => {
    const names = Object.keys(columns);
    const values = names.map((_, column) => rows.map(row => row[column]));
    await client.query(`insert into ${table} (${names.join(', ')}) select ${names.map((name, place) => columns[name].endsWith('[]') ? columns[name] === 'real[]' ? `c${place}::real[]` : `array[c${place}]` : `c${place}::${columns[name]}`).join(', ')}
        from unnest(${names.map((name, place) => `$${place + 1}::${['jsonb', 'text[]', 'real[]'].includes(columns[name]) ? 'text' : columns[name]}[]`).join(', ')}) as row(${names.map((_, place) => `c${place}`).join(', ')})`, values);
};
let serial = 0;
const stamp = Date.now().toString(16).padStart(12, '0').slice(-12);
const newId = () => `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${(serial++).toString(16).padStart(12, '0')}`;
const ids = count => Array.from({ length: count }, newId);
const mark = stamp.slice(-6);
try {
    await client.query('begin');
    const [teamIds, agentIds, evaluatorIds, formId, versionId] = [ids(teams), ids(agents), ids(evaluators), newId(), newId()];
    await insert('core.team', { id: 'uuid', name: 'text' }, teamIds.map((id, place) => [id, `Team ${place + 1} ${mark}`]));
    const people = [...agentIds, ...evaluatorIds].map((id, place) => [id, `${place < agents ? '坐席' : '质检员'} ${mark} ${place}`, `load-${mark}-${place}`, `${mark}${place}`, place < agents ? teamIds[place % teams] : null]);
    await insert('core.person', { id: 'uuid', name: 'text', login: 'text', employee_number: 'text', team_id: 'uuid' }, people);
    for (const [code, list] of [['agent', agentIds], ['qa-evaluator', evaluatorIds]]) {
        await client.query('insert into core.person_role (person_id, role_id) select each, role.id from unnest($1::uuid[]) each, core.role role where role.code = $2', [list, code]);
    }
    await client.query('insert into assessment.form (id, key, changed_at) values ($1, $2, now())', [formId, `load-${mark}`]);
    await client.query(`insert into assessment.form_version (id, form_id, number, state, title, definition, hash, changed_at, published_at) values ($1, $2, 1, 'published', $3, $4, $5, now(), now())`,
        [versionId, formId, JSON.stringify(definition.title), JSON.stringify(definition), 'a'.repeat(64)]);
    const hash = 'b'.repeat(64);
    await client.query(`insert into core.blob (hash, bytes, media_type) values ($1, 1, 'audio/wav') on conflict do nothing`, [hash]);
    const year = 365 * 86_400_000;
    const queues = ['信用卡', '帳戶', 'International', 'Complaints', '理财', '回访', '分期', '网银'];
    const tags = ['投诉', '挂失', 'limit', 'payment', '年费', 'complaint', 'travel', '分期', '注销', 'card data', '满意度', '紧急'];
    for (let from = 0; from < evaluations; from += batch) {
        const size = Math.min(batch, evaluations - from);
        const [calls, recordings, forms, results] = [ids(size), ids(size), ids(size), ids(size)];
        const rows = Array.from({ length: size }, (_, place) => {
            const agent = upTo(agents);
            const at = Date.now() - Math.floor((1 - (from + place) / evaluations) * year) - upTo(3_600_000);
            return { agent: agentIds[agent], team: teamIds[agent % teams], evaluator: evaluatorIds[upTo(evaluators)], called: new Date(at - 86_400_000), at: new Date(Math.min(at, Date.now())), ...filled[upTo(variants)], duration: 20_000 + upTo(600_000) };
        });
        await insert('media.recording', { id: 'uuid', state: 'text', subject: 'text', owner_id: 'uuid', team_id: 'uuid', original_hash: 'text', bytes: 'bigint', duration_ms: 'integer', peaks_hash: 'text', segments: 'jsonb' },
            rows.map((each, place) => [recordings[place], 'ready', `earshot:/quality/interactions/${calls[place]}`, each.agent, each.team, hash, 1, each.duration, hash, '[]']));
        await insert('quality.interaction', { id: 'uuid', call_id: 'text', started_at: 'timestamptz', agent_id: 'uuid', team_id: 'uuid', queue: 'text', direction: 'text', tags: 'text[]', recording_id: 'uuid', duration_ms: 'integer' },
            rows.map((each, place) => [calls[place], `L${mark}-${String(from + place).padStart(7, '0')}`, each.called, each.agent, each.team, queues[upTo(queues.length)], upTo(5) ? 'inbound' : 'outbound', tags[upTo(tags.length)], recordings[place], each.duration]));
        const critical = each => Object.values(each.score.criticalErrors).reduce((sum, one) => sum + one.failed, 0);
        await insert('assessment.filled_form', { id: 'uuid', form_version_id: 'uuid', subject: 'text', author_id: 'uuid', state: 'text', answers: 'jsonb', evidence: 'jsonb', score: 'jsonb', percent: 'float8', auto_fail: 'boolean', critical_errors: 'integer', created_at: 'timestamptz', changed_at: 'timestamptz', submitted_at: 'timestamptz' },
            rows.map((each, place) => [forms[place], versionId, `earshot:/quality/interactions/${calls[place]}`, each.evaluator, 'submitted', JSON.stringify(each.answers), '[]', JSON.stringify(each.score), each.score.percent, each.score.autoFail, critical(each), each.at, each.at, each.at]));
        await insert('quality.evaluation', { id: 'uuid', interaction_id: 'uuid', filled_form_id: 'uuid', form_id: 'uuid', form_version_id: 'uuid', evaluator_id: 'uuid', agent_id: 'uuid', team_id: 'uuid', state: 'text', purpose: 'text', percent: 'float8', auto_fail: 'boolean', critical_errors: 'integer', created_at: 'timestamptz', changed_at: 'timestamptz', submitted_at: 'timestamptz' },
            rows.map((each, place) => [results[place], calls[place], forms[place], formId, versionId, each.evaluator, each.agent, each.team, 'submitted', 'monitoring', each.score.percent, each.score.autoFail, critical(each), each.at, each.at, each.at]));
        await insert('quality.result_figures', { evaluation_id: 'uuid', lost: 'real[]', rated: 'smallint', not_applicable: 'smallint', passed: 'boolean', customer_failed: 'smallint', business_failed: 'smallint', compliance_failed: 'smallint' },
            rows.map(({ figures }, place) => [results[place], `{${figures.lost.map(each => each ?? 'null').join()}}`, figures.rated, figures.not_applicable, figures.passed, figures.customer_failed, figures.business_failed, figures.compliance_failed]));
    }
    await client.query('update quality.evaluation set released_at = submitted_at where form_id = $1', [formId]);
    await client.query(`insert into quality.feedback (evaluation_id, state) select id, 'acknowledged' from quality.evaluation where form_id = $1`, [formId]);
    await client.query('commit');
    await client.query('analyze');
    console.log(`${evaluations} evaluations × ${questions} answers, ${agents} agents, ${evaluators} evaluators: ${((performance.now() - began) / 1000).toFixed(1)} s`);
} catch (error) {
    await client.query('rollback');
    throw error;
} finally {
    await client.end();
}
