import { allQuestions, articleQualityForm } from '@earshot/forms';
import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { press } from './harness/keyboard';
import { wordsIn } from './harness/words';

const visits = useBrowser();
interface Category { readonly id: string; readonly parentId: string | null; readonly articles: number }
interface Revision { readonly id: string; readonly articleId: string; readonly version: number; readonly content: object }

it('an article is evaluated by an editor who did not write it, and the mean stands in the review queue', async () => {
    const say = wordsIn('en');
    const title = 'May a tortoise sign for a parcel?';
    const [writer, approver] = [await apiOf('ada'), await apiOf('petra')];
    // where few are: the queue is long, and draws only what is seen of it
    const categories = await writer.get<readonly Category[]>('/knowledge/categories');
    const [category] = categories.filter(each => !categories.some(other => other.parentId === each.id)).sort((one, other) => one.articles - other.articles);
    const draft = await writer.post<Revision>('/knowledge/articles', { kind: 'faq', language: 'en', title, categoryId: category!.id });
    let { version } = await writer.put<Revision>(`/knowledge/revisions/${draft.id}`, { version: draft.version, note: null, content: { ...draft.content, parts: { short: 'No.', full: 'It cannot hold a pen.' } } });
    for (const [by, action] of [[writer, 'submit'], [approver, 'approve'], [writer, 'publish']] as const) {
        ({ version } = await by.post<Revision>(`/knowledge/revisions/${draft.id}/actions`, { version, action }));
    }

    // every question gets its best answer, by keys
    const page = await visits.open(`/knowledge/articles/${draft.articleId}/evaluations`, { login: 'kai', language: 'en' });
    await page.getByRole('button', { name: say('knowledge/evaluation/begin'), exact: true }).click();
    await page.getByRole('button', { name: say('knowledge/evaluation/submit'), exact: true }).waitFor();
    const questions = allQuestions(articleQualityForm).map(each => each.question);
    await page.getByRole('group', { name: questions[0]!.text.en, exact: true }).getByRole('radio').first().focus();
    for (const { kind } of questions) {
        await press(page, kind === 'scale' ? '4' : '1', 'ArrowDown');
    }
    await page.getByRole('button', { name: say('knowledge/evaluation/submit'), exact: true }).click();
    await page.getByText(say('knowledge/evaluation/submitted')).first().waitFor();
    expect((await (await apiOf('ada')).get<{ mayBegin: boolean; rows: readonly { readonly percent: number }[] }>(`/knowledge/articles/${draft.articleId}/evaluations`))).toMatchObject({ mayBegin: false, rows: [{ percent: 100 }] });

    await show(page, `/knowledge/reviews?whose=all&days=365&category=${category!.id}`);
    await page.getByRole('row').filter({ hasText: title }).getByText('(n = 1)').waitFor();
});
