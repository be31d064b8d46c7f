import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { type Language, within, wordsIn } from './harness/words';

const visits = useBrowser();

interface Row { readonly id: string; readonly title: string }
const written: Readonly<Record<Language, { readonly title: string; readonly first: string; readonly second: string; readonly text: string; readonly found: string }>> = {
    en: { title: 'Parrots at the counter', first: 'Welcoming a parrot', second: 'Feeding', text: 'Offer a perch before a chair.', found: 'perch before chair' },
    'zh-cn': { title: '鹦鹉到访接待', first: '迎接鹦鹉', second: '喂食', text: '先请上栖木，再请就座。', found: '先请上栖木' },
    'zh-tw': { title: '海龜到訪接待', first: '迎接海龜', second: '餵食', text: '先備妥淺水盆，再請就座。', found: '先備妥淺水盆' }
};

it.each(['en', 'zh-cn', 'zh-tw'] as const)('a process document is written, approved by somebody else, takes effect, is read by whom it concerns, and its owner sees who has (%s)', async language => {
    const say = wordsIn(language);
    const { title, first, second, text, found } = written[language];

    // the owner writes it and says whom it concerns; what is typed saves itself
    const owner = await visits.open('/training/documents?new=document', { login: 'petra', language });
    const dialog = owner.getByRole('dialog', { name: say('training/documents/new') });
    await dialog.getByRole('textbox', { name: say('training/column/title') }).fill(title);
    await dialog.getByRole('button', { name: say('training/new/create') }).click();
    await owner.getByRole('textbox', { name: say('training/editor/text') }).fill(`# ${first}\n\n${text}\n\n# ${second}`);
    await owner.getByRole('tab', { name: say('training/editor/settings') }).click();
    await owner.getByRole('combobox', { name: say('training/settings/positions') }).selectOption({ label: 'CSR20 资深客服代表 Senior representative' });
    await owner.getByRole('button', { name: say('training/action/submit') }).click();
    await owner.getByText(say('training/next/review')).first().waitFor();
    const { rows: [document] } = await (await apiOf('petra')).get<{ rows: Row[] }>(`/training/documents?text=${encodeURIComponent(title)}`);
    const reader = await apiOf('agent1021');
    expect((await reader.ask('GET', `/training/documents/${document!.id}`)).status).toBe(404);

    // the approver finds it on Home, and approves it; the owner puts it into force
    const approver = await visits.open('/', { login: 'otto', language });
    await approver.getByRole('link', { name: new RegExp(title) }).first().waitFor();
    await show(approver, `/training/documents/${document!.id}/edit`);
    await approver.getByRole('button', { name: say('training/action/approve') }).click();
    await approver.getByText(say('training/next/approved')).first().waitFor();
    await show(owner, `/training/documents/${document!.id}/edit`);
    await owner.getByRole('button', { name: say('training/action/take-effect') }).click();
    await owner.getByText(say('training/done/take-effect')).first().waitFor();

    // whom it concerns finds it on Home, reads it, and says so; a colleague in another position has nothing to do with it
    const agent = await visits.open('/', { login: 'agent1021', language });
    await agent.getByRole('link', { name: new RegExp(title) }).first().click();
    await agent.getByRole('heading', { name: first }).waitFor();
    await agent.getByRole('button', { name: say('training/acknowledge/do', '1.0') }).click();
    await agent.getByText(say('training/acknowledge/done', '1.0')).first().waitFor();
    const { items } = await (await apiOf('agent1022')).get<{ items: { title: string }[] }>('/work');
    expect(items.map(each => each.title)).not.toContain(title);

    // the owner sees who has read which text, and who has not
    await show(owner, `/training/documents/${document!.id}/readers`);
    const row = owner.getByRole('row').filter({ hasText: '刘佳怡' });
    await row.getByText(say('training/acknowledgement/done')).waitFor();
    await owner.getByRole('row').filter({ hasText: '李慧珊' }).getByText(say('training/acknowledgement/missing')).waitFor();

    // its clauses are found by what they say
    await expect.poll(async () => (await reader.get<{ rows: { kind: string; link: string }[] }>(`/search?text=${encodeURIComponent(found)}`)).rows.map(each => each.kind), { timeout: 20_000 }).toContain('clause');
});

it.each(['en', 'zh-tw'] as const)('a call script is gone through by the keyboard, its way kept, and seen by who evaluates (%s)', async language => {
    const say = wordsIn(language);
    const agent = await apiOf('agent1021');
    const { rows } = await agent.get<{ rows: Row[] }>('/training/documents?limit=100');
    const script = rows.find(each => each.title === 'Identity check script')!;
    const page = await visits.open(`/training/documents/${script.id}`, { login: 'agent1021', language });
    const begun = page.waitForResponse(each => each.url().endsWith('/api/training/script-runs') && each.request().method() === 'POST');
    await page.getByRole('button', { name: say('training/script/run') }).click();
    const { id } = await (await begun).json() as { id: string };
    await page.getByRole('heading', { name: 'Why we ask' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Choose a way' }).waitFor();
    await page.keyboard.press('Backspace');
    await page.getByRole('heading', { name: 'Why we ask' }).waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('2'); // at once: the screen has hardly caught up
    await page.getByRole('heading', { name: 'Check failed' }).waitFor();
    await page.getByText(within(say('training/script/ended'))).first().waitFor();
    await page.getByText(say('training/script/kept')).waitFor();

    const evaluator = await visits.open(`/training/script-runs/${id}`, { login: 'chen', language });
    await expect.poll(() => evaluator.getByRole('listitem').getByRole('heading').allTextContents()).toEqual(['Why we ask', 'Choose a way', 'Why we ask', 'Calling for somebody else', 'Check failed']);
    expect((await (await apiOf('agent1022')).ask('GET', `/training/script-runs/${id}`)).status).toBe(404);
});
