import { expect, it } from 'vitest';
import { apiOf } from './harness/api';
import { show, useBrowser } from './harness/browser';
import { type Language, wordsIn } from './harness/words';

const visits = useBrowser();

interface Category { readonly id: string; readonly name: Readonly<Record<string, string>> }
/** Each language reviews a category of its own, so that neither finds what the other has left. */
const written: Readonly<Partial<Record<Language, { readonly place: number; readonly completeness: string; readonly fitness: string; readonly action: string }>>> = {
    en: { place: 0, completeness: 'Nothing tells what a parrot may do.', fitness: 'Found in a call within ten seconds.', action: 'Write about parrots' },
    'zh-cn': { place: 1, completeness: '没有说明鹦鹉能办理什么业务。', fitness: '通话中十秒内可以查到。', action: '补充鹦鹉业务条目' }
};

it.each(['en', 'zh-cn'] as const)('a category is reviewed, its minutes are closed, and what was decided waits for whom it was given to (%s)', async language => {
    const say = wordsIn(language);
    const { place, completeness, fitness, action } = written[language]!;
    const api = await apiOf('kai');
    const categories = (await api.get<(Category & { parentId: string | null })[]>('/knowledge/categories')).filter(each => each.parentId === null);
    const category = categories[place]!;

    // the editor sees that it never was, and what there is to say
    const editor = await visits.open('/knowledge/annual-reviews', { login: 'kai', language });
    await editor.getByRole('button', { name: say('knowledge/annual/review-one', category.name[language]!) }).click();
    const dialog = editor.getByRole('dialog', { name: say('knowledge/annual/review-category', category.name[language]!) });
    await dialog.getByText(say('knowledge/annual/articles')).waitFor();
    await dialog.getByRole('textbox', { name: say('knowledge/annual/completeness') }).fill(completeness);
    await dialog.getByRole('textbox', { name: say('knowledge/annual/fitness') }).fill(fitness);
    await dialog.getByRole('button', { name: say('writing/minutes/action-add'), exact: true }).click();
    await dialog.getByRole('textbox', { name: say('writing/minutes/action') }).fill(action);
    await dialog.getByLabel(say('writing/minutes/action-owner')).fill('Petra');
    await editor.getByRole('option', { name: /Petra Novak/ }).first().click();
    await dialog.getByLabel(say('writing/minutes/action-due')).fill('2099-12-31');
    await dialog.getByRole('button', { name: say('writing/minutes/record') }).click();
    await editor.getByText(say('writing/minutes/kept')).first().waitFor();
    await dialog.waitFor({ state: 'detached' });

    // the minutes say what was found, and nobody can record them away
    const { rows: [minutes] } = await api.get<{ rows: { id: string; completeness: string; intact: boolean }[] }>(`/knowledge/annual-reviews?categoryId=${category.id}`);
    expect(minutes).toMatchObject({ completeness, intact: true });
    await show(editor, `/knowledge/annual-reviews/${minutes!.id}`);
    await editor.getByText(fitness).waitFor();

    // whom it was given to finds it on Home, and says that it is done
    const owner = await visits.open('/', { login: 'petra', language });
    await owner.getByRole('link', { name: new RegExp(action) }).first().click();
    await owner.getByText(completeness).waitFor();
    await owner.getByRole('button', { name: say('writing/minutes/settle'), exact: true }).click();
    await owner.getByText(say('knowledge/annual/settled')).first().waitFor();
    await expect.poll(async () => (await (await apiOf('petra')).get<{ items: { title: string }[] }>('/work')).items.map(each => each.title), { timeout: 20_000 }).not.toContain(action);
});
