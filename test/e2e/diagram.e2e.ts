import { expect, it } from 'vitest';
import { madeUpDiagram } from '../../packages/training/src/common/diagram/testing/drawn';
import { apiOf } from './harness/api';
import { useBrowser } from './harness/browser';
import { wordsIn } from './harness/words';

const visits = useBrowser();
const say = wordsIn('zh-cn');

it('a process diagram stands in its clause, is enlarged and moved by keys, told in words, and leads to the clauses that it names', async () => {
    const owner = await apiOf('petra');
    const { rows } = await owner.get<{ rows: { id: string; title: string }[] }>('/training/documents?limit=100');
    const page = await visits.open(`/training/documents/${rows.find(each => each.title === '客户身份核验')!.id}`, { login: 'petra', language: 'zh-cn' });
    const drawing = page.getByRole('img', { name: '核验步骤' });
    await drawing.waitFor();
    const placed = (): Promise<string | null> => drawing.locator('.viewport').getAttribute('transform');
    const first = await placed();
    await drawing.focus();
    await page.keyboard.press('+');
    await expect.poll(placed).not.toBe(first);
    const larger = await placed();
    await page.keyboard.press('ArrowRight');
    await expect.poll(placed).not.toBe(larger);
    await page.keyboard.press('0');
    await expect.poll(placed).toBe(first);
    expect(await page.getByTitle(say('training/diagram/powered-by')).isVisible()).toBe(true);

    await page.getByText(say('training/diagram/in-words')).click();
    const steps = page.getByRole('list').filter({ hasText: '停止核验，请客户到网点办理' }).getByRole('listitem');
    await steps.filter({ hasText: say('training/diagram/way-if', '否', '8') }).first().waitFor();
    await steps.getByRole('button', { name: say('training/diagram/clause', '4') }).click();
    await expect.poll(() => page.getByRole('heading', { name: /核验失败/ }).evaluate(each => each.getBoundingClientRect().top < window.innerHeight)).toBe(true);
});

it('a diagram that means harm is a drawing like any other', async () => {
    const owner = await apiOf('petra');
    const script = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>';
    const xml = madeUpDiagram([{ type: 'startEvent', id: 'start', name: script }, { type: 'task', id: 'ask', name: 'javascript:window.attacked=1', documentation: `${script} [x](javascript:window.attacked=1)` }], [['start', 'ask', script]]);
    const draft = await owner.post<{ id: string; documentId: string; version: number; content: object }>('/training/documents', { language: 'en', title: 'Harmless', kind: 'business', chapter: 'inbound', text: '# One' });
    const { hash } = await owner.post<{ hash: string }>(`/training/document-versions/${draft.id}/diagrams`, { xml });
    await owner.put(`/training/document-versions/${draft.id}`, { version: draft.version, note: null, content: { ...draft.content, text: '# One\n\n![Harm](diagram:d-harm2345)\n', diagrams: [{ id: 'd-harm2345', name: 'Harm', hash }] } });
    const page = await visits.open(`/training/documents/${draft.documentId}?version=${draft.id}`, { login: 'petra', language: 'zh-cn' });
    await page.getByRole('img', { name: 'Harm' }).waitFor();
    await page.getByText(say('training/diagram/in-words')).click();
    await page.getByText(script).first().waitFor();
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    await owner.remove(`/training/document-versions/${draft.id}`);
});
