import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { useBrowser } from './harness/browser';
import { formId } from './harness/calls';
import { press } from './harness/keyboard';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('en');
const chat = 'time,role,text\n2026-11-20 10:00:00,customer,Can you waive my annual fee?\n2026-11-20 10:00:45,agent,"Good morning, let me look."\nsoon,agent,Nobody knows when\n2026-11-20 10:02:00,customer,Hello?\n';

interface Evaluation { readonly evidence: readonly { readonly questionId: string; readonly fromMs: number; readonly toMs: number }[]; readonly interaction: { readonly channel: string } }

it('a chat is pasted, what was not understood is named, and it is evaluated by message', async () => {
    const page = await visits.open('/quality/note', { login: 'grace' });
    await page.getByRole('textbox', { name: say('quality/note/number') }).fill('Chat to be evaluated');
    await page.getByRole('textbox', { name: say('quality/note/messages') }).fill(chat);
    await page.getByText(say('quality/note/understood', '3')).waitFor();
    await page.getByText(say('quality/reading-problem/time', '4', 'soon')).waitFor();
    await page.getByRole('button', { name: say('quality/note/take-in') }).click();

    // beside the list it is read; then a message is marked from the keyboard, as evidence for the first question
    await page.getByRole('region', { name: say('quality/conversation/title') }).getByText('Can you waive my annual fee?').waitFor();
    const grace = await apiOf('grace');
    const { rows: [taken] } = await grace.get<{ rows: readonly { readonly id: string }[] }>('/quality/interactions?channel=chat&text=Chat%20to%20be%20evaluated');
    const { id } = await grace.post<{ id: string }>('/quality/evaluations', { interactionId: taken!.id, formId: await formId(grace, 'general-service') });
    await page.goto(`${page.url().split('#')[0]!}#/quality/evaluations/${id}`);
    await page.getByText(say('quality/conversation/unanswered')).waitFor();
    const current = page.getByRole('listitem').and(page.locator('[aria-current]'));
    await current.filter({ hasText: 'Can you waive' }).waitFor();
    await press(page, 'Control+ArrowDown');
    await current.filter({ hasText: 'Good morning' }).waitFor();
    await press(page, 'm');
    await expect.poll(async () => (await grace.get<Evaluation>(`/quality/evaluations/${id}`)).evidence, { timeout: 30_000 }).toMatchObject([{ fromMs: 45_000, toMs: 45_000 }]);
    await page.getByRole('button', { name: '1.1', exact: true }).waitFor();
    await page.close();
    await grace.remove(`/quality/evaluations/${id}`);
});

it('a mystery contact is noted with its scenario, which stands beside the form', async () => {
    const page = await visits.open('/quality/note?kind=observed', { login: 'grace' });
    await page.getByRole('radio', { name: say('quality/occasion/mystery') }).check();
    await page.getByRole('textbox', { name: say('quality/note/number') }).fill('Visit to be evaluated');
    await page.getByRole('textbox', { name: say('quality/observed/scenario') }).fill('Ask for a card without proof of income.');
    await page.getByRole('button', { name: say('quality/note/save') }).click();
    await page.getByText('Ask for a card without proof of income.').waitFor();
    const { rows: [noted] } = await (await apiOf('grace')).get<{ rows: readonly { readonly occasion: string; readonly recordingId: null }[] }>('/quality/interactions?text=Visit%20to%20be%20evaluated');
    expect(noted).toMatchObject({ occasion: 'mystery', recordingId: null });
});
