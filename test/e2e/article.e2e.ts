import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { importCall } from './harness/calls';
import { callWave } from './harness/wave';
import { type Language, wordsIn } from './harness/words';

const visits = useBrowser();

interface Article { readonly id: string; readonly title: string; readonly open: { readonly id: string } | null }
interface Written { readonly title: string; readonly short: string; readonly full: string; readonly asked: string; /** Hertz: each call is another recording. */ readonly tone: number }

const written: Readonly<Record<Language, Written>> = {
    en: { title: 'May a parrot hold an account?', short: 'No, but its keeper may.', full: 'Only people can.', asked: 'parrot account', tone: 315 },
    'zh-cn': { title: '鹦鹉可以开户吗？', short: '不可以，但主人可以。', full: '只有自然人和机构可以开户。', asked: '鸚鵡開戶', tone: 335 },
    'zh-tw': { title: '海龜可以申請信用卡嗎？', short: '不可以，但飼主可以。', full: '只有自然人可以申請。', asked: 'haigui', tone: 355 }
};

it.each(['en', 'zh-cn', 'zh-tw'] as const)('an article is written, approved by somebody else, published, found during a call, and leaves a trail (%s)', async language => {
    const say = wordsIn(language);
    const { title, short, full, asked, tone } = written[language];
    const { id: callId } = await importCall(await apiOf('grace'), callWave(2_000, tone), { callId: `article ${language}`, agent: '1021' });

    // the editor writes; what is typed saves itself
    const editor = await visits.open('/knowledge/articles?new=article', { login: 'kai', language });
    const dialog = editor.getByRole('dialog', { name: say('knowledge/articles/new') });
    await dialog.getByRole('textbox', { name: say('knowledge/new/question') }).fill(title);
    await dialog.getByRole('combobox', { name: say('knowledge/column/category') }).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: say('knowledge/new/create') }).click();
    await editor.getByRole('textbox', { name: say('knowledge/part/short') }).fill(short);
    await editor.getByRole('textbox', { name: say('knowledge/part/full') }).fill(full);
    await editor.getByRole('button', { name: say('knowledge/action/submit') }).click();
    await editor.getByText(say('knowledge/state/in-review')).first().waitFor();
    const { rows: [article] } = await (await apiOf('kai')).get<{ rows: Article[] }>(`/knowledge/articles?text=${encodeURIComponent(title)}`);
    const reader = await apiOf('agent1021');
    expect((await reader.ask('GET', `/knowledge/articles/${article!.id}`)).status).toBe(404);

    // the approver finds it on Home, and approves it
    const approver = await visits.open('/', { login: 'petra', language });
    await approver.getByRole('link', { name: new RegExp(title.slice(0, 8).replace(/[?？]/g, '.')) }).first().waitFor();
    await show(approver, `/knowledge/articles/${article!.id}/edit`);
    await approver.getByRole('button', { name: say('knowledge/action/approve') }).click();
    await approver.getByText(say('knowledge/state/approved')).first().waitFor();

    // the editor publishes what was approved
    await show(editor, `/knowledge/articles/${article!.id}/edit`);
    await editor.getByRole('button', { name: say('knowledge/action/publish') }).click();
    await editor.getByText(say('knowledge/done/publish')).first().waitFor();

    // the agent has a call before them, asks in their own words, and links the answer to the call
    await expect.poll(async () => (await reader.get<{ rows: { link: string }[] }>(`/search?text=${encodeURIComponent(asked)}`)).rows.map(each => each.link), { timeout: 20_000 }).toContain(`earshot:/knowledge/articles/${article!.id}`);
    const agent = await visits.open(`/quality/calls/${callId}`, { login: 'agent1021', language });
    await agent.keyboard.press('Control+k');
    await agent.getByRole('combobox').last().fill(asked);
    const option = agent.getByRole('option').filter({ hasText: title.slice(-6) }).first();
    await option.waitFor();
    await option.hover();
    await agent.keyboard.press('Control+Enter');
    await expect.poll(async () => (await reader.get<{ title: string }[]>(`/search/linked-answers?interaction=${encodeURIComponent(`earshot:/quality/interactions/${callId}`)}`)).map(each => each.title), { timeout: 20_000 }).toEqual([title]);

    // the auditor sees who did what with it
    const auditor = await visits.open(`/administration/audit?entity=${article!.id}`, { login: 'aude', language });
    for (const step of ['created', 'submit', 'approve', 'publish'] as const) {
        await auditor.getByText(say(`knowledge/audit/${step}`)).first().waitFor();
    }
});
