import { sampleArticleEvaluations } from '@earshot/sample-centre/lib/common/sample-article-evaluations';
import { openCalibration, sampleCalibration } from '@earshot/sample-centre/lib/common/sample-evaluations';
import { sampleExams } from '@earshot/sample-centre/lib/common/sample-exams';
import type { Page } from 'playwright-core';
import { apiOf } from './api';
import { show } from './browser';
import { formId } from './calls';
import type { Words } from './words';

/** A page below the hash, and a sample person who may see it. */
export interface Place { readonly login: string; readonly path: string }

/** Each sees other areas than the others, or the same with other eyes. */
const visitors = ['lena', 'ada', 'kai', 'tina', 'agent1024'] as const;
/** Who sees a page that somebody before them has seen already differently enough to look again. */
const few = 'agent1024';

const pathsOf = (links: ReturnType<Page['locator']>): Promise<readonly string[]> => links.evaluateAll(each => each.map(link => link.getAttribute('href')!.replace(/^.*#/, '')));

/** The addresses of all pages that stand in the navigation of whoever has opened the window. */
const navigationOf = async (page: Page, say: Words): Promise<readonly string[]> => {
    const paths = new Set<string>();
    const size = page.viewportSize()!;
    await page.setViewportSize({ ...size, width: 3000 }); // none of them stands in a menu then
    for (const area of await pathsOf(page.getByRole('navigation', { name: say('core/shell/areas') }).getByRole('listitem').getByRole('link'))) {
        await show(page, area);
        (await pathsOf(page.locator('header nav').getByRole('link'))).forEach(each => paths.add(each));
        paths.add(area);
    }
    await page.setViewportSize(size);
    return [...paths];
};

/** Every page that stands in somebody's navigation, shown one after the other; resolves to their paths. */
export const walkNavigation = async (open: (login: string) => Promise<Page>, say: Words, look: (page: Page, place: Place) => Promise<void>): Promise<ReadonlySet<string>> => {
    const seen = new Set<string>();
    for (const login of visitors) {
        const page = await open(login);
        for (const path of await navigationOf(page, say)) {
            // everybody's home is another one
            if (!seen.has(path) || path === '/' || login === few) {
                seen.add(path);
                await show(page, path);
                await look(page, { login, path });
            }
        }
        await page.close();
    }
    return seen;
};

/** What is written in what is begun for these pages. */
export const textsForPlaces = { dispute: 'It was said.', plan: 'A plan for this walk', behaviour: 'Greets by name', step: 'Listen to it once more' } as const;

/** What opens beside and from the pages of the navigation, with an evaluation and a version of a form that have been begun for it. */
export interface InnerPlaces { readonly places: readonly Place[]; remove(): Promise<void> }

export const innerPlaces = async (): Promise<InnerPlaces> => {
    const [admin, lena, kai, tina] = [await apiOf('ada'), await apiOf('lena'), await apiOf('kai'), await apiOf('tina')];
    const first = async (path: string): Promise<string> => (await lena.get<{ rows: { id: string }[] }>(path)).rows[0]!.id;
    const session = async (title: string): Promise<string> => (await lena.get<{ rows: { id: string; title: string }[] }>('/quality/calibrations?limit=500')).rows.find(each => each.title === title)!.id;
    const [settled, open] = [await session(sampleCalibration.title), await session(openCalibration.title)];
    const [call, form] = [await first('/quality/interactions?state=ready&text=SC-0001'), await formId(lena, 'general-service')];
    const chat = await first('/quality/interactions?channel=chat&text=CH-2042');
    const submitted = await first(`/quality/evaluations?state=submitted&interactionId=${call}`);
    const { questions } = await lena.get<{ questions: { questionId: string }[] }>(`/quality/calibrations/${settled}/result`);
    const { versions: [published] } = await lena.get<{ versions: { id: string }[] }>(`/assessment/forms/${form}`);
    const { id: newVersion } = await lena.post<{ id: string }>(`/assessment/forms/${form}/versions`);
    const { rows: [article] } = await kai.get<{ rows: { id: string }[] }>('/knowledge/articles?state=published');
    const { live } = await kai.get<{ live: { id: string } }>(`/knowledge/articles/${article!.id}`);
    const found = await kai.get<{ rows: { id: string; title: string }[] }>(`/knowledge/articles?text=${encodeURIComponent(sampleArticleEvaluations[0]!.article)}`);
    const rated = found.rows.find(each => each.title === sampleArticleEvaluations[0]!.article);
    const { rows: [evaluation] } = await kai.get<{ rows: { id: string }[] }>(`/knowledge/articles/${rated!.id}/evaluations`);
    const { rows: [minutes] } = await kai.get<{ rows: { id: string }[] }>('/knowledge/annual-reviews');
    const { rows: exams } = await tina.get<{ rows: { id: string; title: string }[] }>('/training/exams?limit=100');
    const everybodySat = exams.find(each => each.title === sampleExams[2].title)!.id;
    const { rows: [certificate] } = await tina.get<{ rows: { id: string; personId: string }[] }>('/training/certificates?state=revoked');
    const { rows: sessions } = await tina.get<{ rows: { id: string; courseId: string; feedback: number }[] }>('/training/sessions?period=all&limit=100');
    const taught = sessions.reduce((one, other) => other.feedback > one.feedback ? other : one);
    const { rows: [document] } = await admin.get<{ rows: { id: string }[] }>('/training/documents?openState=in-review');
    const { rows: documents } = await admin.get<{ rows: { id: string; title: string }[] }>('/training/documents?limit=100');
    const drawn = documents.find(each => each.title === '客户身份核验')!.id;
    const { id: redrawn } = await admin.post<{ id: string }>(`/training/documents/${drawn}/versions`);
    const { id: draft } = await lena.post<{ id: string }>('/quality/evaluations', { interactionId: call, formId: form });
    const [[team], [role], { rows: [person] }] = [await admin.get<{ id: string }[]>('/teams'), await admin.get<{ id: string }[]>('/roles'), await admin.get<{ rows: { id: string }[] }>('/people')];
    // an agent with a result of their own that they dispute, where one is left to dispute, and with a plan
    const agent = await apiOf(few);
    const [training] = await agent.get<{ id: string }[]>('/training/my-sessions');
    const { rows } = await agent.get<{ rows: { id: string; agentId: string; formId: string; feedback: string }[] }>('/quality/feedback');
    const own = rows.find(each => each.feedback === 'released' && each.formId === form) ?? rows[0];
    const { version, may } = await agent.get<{ version: number; may: readonly string[] }>(`/quality/evaluations/${own!.id}/feedback`);
    const disputed = may.includes('dispute')
        ? await agent.post<{ version: number }>(`/quality/evaluations/${own!.id}/dispute`, { version, questions: [{ questionId: questions[0]!.questionId, reason: textsForPlaces.dispute, evidence: [] }] }) : undefined;
    const plan = await lena.post<{ id: string; version: number }>('/quality/coaching', {
        title: textsForPlaces.plan, formId: own!.formId, dueOn: '2099-12-31', followUp: { wanted: 3, from: '2026-12-01' }, agentId: own!.agentId, evaluationId: own!.id, behaviours: [{ text: textsForPlaces.behaviour, questionIds: [questions[0]!.questionId] }],
        steps: [{ text: textsForPlaces.step, link: `earshot:/quality/evaluations/${own!.id}`, span: { fromMs: 0, toMs: 1000 }, dueOn: null }]
    });
    const paths: Readonly<Record<string, readonly string[]>> = {
        ada: [...['', '/edit', '/versions', '/readers'].map(each => `/training/documents/${document!.id}${each}`), `/training/documents/${drawn}`, ...['settings', 'diagrams', 'comments', 'difference'].map(pane => `/training/documents/${drawn}/edit?pane=${pane}`), `/training/documents/${document!.id}/edit?pane=comments`, '/training/documents?new=document', '/training/reviews?new=catalogue', `/people/${person!.id}`, `/people/teams/${team!.id}`, `/administration/roles/${role!.id}`, '/account', '/account?tab=notifications', '/account?tab=tokens', '/administration/retention?view=holds', '/administration/retention?view=deleted', '/nowhere'],
        lena: [
            `/quality/evaluations/${draft}`, `/quality/evaluations/${submitted}`, `/quality/calibrations/${settled}`, `/quality/calibrations/${settled}?question=${questions[4]!.questionId}`, `/quality/calibrations/${open}`,
            '/quality/calibrations?view=trend', '/quality/calibrations/evaluators', '/quality/calibrations?prepare=new', `/quality/calls/${call}`, '/quality/import', '/quality/note', '/quality/note?kind=observed', `/quality/calls/${chat}`, '/quality/feedback/rules', '/quality/coaching/new', `/quality/coaching/new?evaluation=${submitted}`, `/quality/coaching/${plan.id}`, `/quality/coaching/${plan.id}?change=true`, `/assessment/forms/${form}?version=${published!.id}`,
            ...['edit', 'preview', 'translations', 'differences', 'replay', 'versions'].map(view => `/assessment/forms/${form}?view=${view}`)
        ],
        kai: [...['', '/edit', '/revisions', `/as-published/${live.id}`].map(each => `/knowledge/articles/${article!.id}${each}`), '/knowledge/articles?export=articles', `/knowledge/articles/${rated!.id}/evaluations`, `/knowledge/article-evaluations/${evaluation!.id}`, '/knowledge/annual-reviews?new=base', `/knowledge/annual-reviews/${minutes!.id}`, '/knowledge/imports?new=import', '/knowledge/search?view=synonyms', '/knowledge/search?view=proposals', '/knowledge/search?view=pins'],
        tina: [`/training/exams/${everybodySat}`, `/training/exams/${everybodySat}?pane=analysis`, '/training/questions?odd=true', `/training/certificates/${certificate!.id}`, `/training/certification/${certificate!.personId}`, `/training/transcripts/${certificate!.personId}`, '/training/courses', `/training/courses/${taught.courseId}?pane=effect`, ...['people', 'feedback', 'effect'].map(pane => `/training/sessions/${taught.id}?pane=${pane}`)],
        [few]: ['/administration/audit', `/training/my-sessions/${training!.id}`, `/quality/evaluations/${own!.id}`, `/quality/coaching/${plan.id}`]
    };
    return {
        places: Object.entries(paths).flatMap(([login, each]) => each.map(path => ({ login, path }))),
        remove: async () => {
            await lena.post(`/quality/coaching/${plan.id}/conclusion`, { version: plan.version, action: 'stop', text: 'Seen.' });
            await lena.remove(`/assessment/form-versions/${newVersion}`);
            await lena.remove(`/quality/evaluations/${draft}`);
            await admin.remove(`/training/document-versions/${redrawn}`);
            if (disputed) {
                await agent.remove(`/quality/evaluations/${own!.id}/dispute`, { version: disputed.version });
            }
        }
    };
};

/** The places with their pages, opened by one window for each person. */
export const walkInnerPlaces = async (open: (login: string) => Promise<Page>, look: (page: Page, place: Place) => Promise<void>): Promise<void> => {
    const { places, remove } = await innerPlaces();
    const pages = new Map<string, Page>();
    try {
        for (const place of places) {
            const page = pages.get(place.login) ?? await open(place.login);
            pages.set(place.login, page);
            await show(page, place.path);
            await look(page, place);
        }
    } finally {
        // an open page would ask for what is not there any more
        await Promise.all([...pages.values()].map(each => each.close()));
        await remove();
    }
};

/** A place without what differs from run to run. */
export const placeName = ({ login, path }: Place): string => `${login} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`;

/** Menus, dialogs and boxes over the page, as an administrator opens them on the list of people; Escape closes each. */
export const openings: Readonly<Record<string, (page: Page, say: Words) => Promise<void>>> = {
    'own menu': async (page, say) => {
        await page.getByRole('button', { name: say('core/person-menu/label') }).click();
        await page.getByRole('menu').waitFor();
    },
    'dialog with errors': async (page, say) => {
        await page.getByRole('button', { name: say('core/people/add') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('core/actions/add') }).click();
        await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
    'import of people': async (page, say) => {
        await page.getByRole('button', { name: say('core/people/import') }).click();
        await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '1.csv', mimeType: 'text/csv', buffer: Buffer.from('name,login\n某人,\n林森,agent1021\n') });
        await page.getByRole('region', { name: say('core/people-import/report') }).waitFor();
    },
    'quick open': async page => {
        await page.keyboard.press('Control+P');
        await page.getByRole('combobox').last().fill('SC-0001');
        await page.getByRole('option', { name: /SC-0001/ }).waitFor();
    },
    'command palette': async (page, say) => {
        await page.keyboard.press('Control+Shift+P');
        await page.getByRole('combobox', { name: say('core/quick/commands') }).waitFor();
        await page.getByRole('listbox').getByRole('option').first().waitFor();
    },
    keys: async (page, say) => {
        await page.keyboard.press('Shift+Slash');
        await page.getByRole('dialog', { name: say('core/keys/title') }).waitFor();
    },
    notifications: async (page, say) => {
        await page.getByRole('button', { name: say('core/notifications/title') }).or(page.getByRole('button', { name: say('core/notifications/unread') })).click();
        await page.getByRole('dialog', { name: say('core/notifications/title') }).waitFor();
    }
};

/** Opens each of them in turn. */
export const walkOpenings = async (page: Page, say: Words, look: (name: string) => Promise<void>): Promise<void> => {
    for (const [name, open] of Object.entries(openings)) {
        await open(page, say);
        await look(name);
        await page.keyboard.press('Escape');
        await page.locator('[aria-modal="true"], [role="menu"]').waitFor({ state: 'detached' });
    }
};
