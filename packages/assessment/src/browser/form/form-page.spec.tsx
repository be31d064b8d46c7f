import * as React from '@theia/core/shared/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiService, ToastService } from '@earshot/core/lib/browser/application';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { NavigationService, PageRegistry, UnsavedWorkService } from '@earshot/core/lib/browser/navigation';
import { type Rendered, click, pause, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import { type FormDefinition, builtInKinds, notCritical } from '@earshot/forms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Form, FormVersion } from '../../common/assessment-contract';
import { FormKinds } from '../../common/form/form-kinds';
import FormPage from './form-page';

const definition: FormDefinition = { title: { en: 'Service' }, languages: ['en'], sections: [{ id: 's', title: { en: 'S' }, questions: [{ id: 'q', text: { en: 'Greets' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical }] }] };
const moment = '2026-11-20T08:00:00.000Z';
const me = '0190a000-0000-7000-8000-000000000001';
const everything = { 'form:read': 'all', 'form:write': 'all', 'form:publish': 'all' } as const;

const versionOf = (number: number, state: FormVersion['state'], more: Partial<FormVersion> = {}): FormVersion => ({
    id: `0190a000-0000-7000-8000-00000000010${number}`, formId: 'form', number, state, title: definition.title, definition: { ...definition }, hash: '', authorId: me, authorName: 'Li Ming',
    changedAt: moment, publishedAt: state === 'published' ? moment : null, version: 3, uses: 0, ...more
});

let rendered: Rendered;
let query: Record<string, string | number | boolean | null | undefined>;
const open = async (versions: readonly FormVersion[], permissions: Readonly<Record<string, 'all'>> = everything, search = '') => {
    query = {};
    const published = versions.find(each => each.state === 'published') ?? null;
    const draft = versions.find(each => each.state === 'draft' || each.state === 'in-review') ?? null;
    const form: Form = { id: 'form', key: 'service', subject: 'interaction', title: definition.title, changedAt: moment, published, draft };
    const find = (id: string): FormVersion => versions.find(each => each.id === id)!;
    const forms = {
        get: vi.fn(async () => ({ ...form, versions })), version: vi.fn(async ({ id }: { id: string }) => ({ ...find(id), rulings: [] })),
        act: vi.fn(async ({ id, version }: { id: string; version: number; action: string }) => ({ ...find(id), version: version + 1 })),
        saveDraft: vi.fn(async ({ id, version }: { id: string; version: number; definition: unknown }) => ({ ...find(id), version: version + 1, problems: [] })),
        newVersion: vi.fn(async () => versionOf(9, 'draft'))
    };
    const pageKeys = { register: () => ({ dispose: () => { } }) };
    const navigation = { setQuery: (values: typeof query) => { query = { ...query, ...values }; }, navigate: vi.fn() };
    rendered = await renderWidget(<QueryClientProvider client={new QueryClient()}><FormPage params={{ id: 'form' }} query={new URLSearchParams(search)} /></QueryClientProvider>, {
        session: { permissions },
        services: [[ApiService, { clientOf: () => ({ forms }) }], [FormKinds, builtInKinds], [PageKeyService, pageKeys], [NavigationService, navigation], [PageRegistry, {}], [UnsavedWorkService, new UnsavedWorkService()]]
    });
    await until(() => rendered.element.querySelector('.a-state-bar'));
    return forms;
};
/** Waits for what the page shows once its questions to the server are answered. */
const until = async (shown: () => unknown): Promise<void> => {
    for (let attempt = 0; attempt < 100 && !shown(); attempt++) {
        await pause(20);
    }
    expect(shown()).toBeTruthy();
};
afterEach(() => rendered.unmount());

const everywhere = <E extends HTMLElement>(selector: string): E[] => [...document.body.querySelectorAll<E>(selector)];
const button = (text: string): HTMLButtonElement | undefined => everywhere<HTMLButtonElement>('button').find(each => each.textContent === text);
const steps = (): string[] => everywhere('.a-state-bar .e-button').map(each => each.textContent ?? '');
const tabs = (): string[] => everywhere('[role="tab"]').map(each => each.textContent ?? '');

describe('the page of a form', () => {
    it('opens what is being worked on for who edits, and what is in force for everybody else', async () => {
        const versions = [versionOf(2, 'draft'), versionOf(1, 'published')];
        await open(versions);
        expect([rendered.element.querySelector('.a-state-bar strong')!.textContent, tabs()[0]]).toEqual(['Version 2', 'Build']);
        await rendered.unmount();
        await open(versions, { 'form:read': 'all' });
        expect([rendered.element.querySelector('.a-state-bar strong')!.textContent, tabs()[0], steps(), button('New version')]).toEqual(['Version 1', 'Preview', [], undefined]);
    });

    it.each<[string, FormVersion, Readonly<Record<string, 'all'>>, readonly string[]]>([
        ['a draft', versionOf(1, 'draft'), everything, ['Submit for review']],
        ['one’s own in review', versionOf(1, 'in-review'), everything, ['Withdraw from review', 'Publish']],
        ['somebody else’s in review', versionOf(1, 'in-review', { authorId: null }), everything, ['Return to draft', 'Publish']],
        ['what only others may publish', versionOf(1, 'in-review', { authorId: null }), { 'form:read': 'all', 'form:write': 'all' }, ['Withdraw from review']],
        ['what is in force', versionOf(1, 'published'), everything, ['Retire']],
        ['what was in force', versionOf(1, 'retired', { publishedAt: moment }), everything, ['Publish again']]
    ])('offers the next steps of %s', async (_, version, permissions, expected) => {
        await open([version], permissions);
        expect(steps()).toEqual(expected);
    });

    it('says what publishing means before it is done', async () => {
        const inReview = versionOf(2, 'in-review', { definition: { ...definition, sections: definition.sections.map(each => ({ ...each, weight: 3 })) } });
        const forms = await open([inReview, versionOf(1, 'published')]);
        await click(button('Publish')!);
        const dialog = document.querySelector('[role="dialog"]')!;
        await until(() => dialog.querySelector('.e-notice'));
        expect(dialog.textContent).toContain('Version 1 is retired.');
        expect(dialog.textContent).toContain('Scores of version 1 and version 2 cannot be compared');
        expect(forms.act).not.toHaveBeenCalled();
        await React.act(async () => { dialog.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })); });
        expect(forms.act).toHaveBeenCalledWith({ id: inReview.id, version: 3, action: 'publish' });
    });

    it('saves what was changed before it is submitted, and offers the way back', async () => {
        const draft = versionOf(1, 'draft');
        const forms = await open([draft]);
        await click(everywhere<HTMLButtonElement>('[data-card=""]')[0]!);
        await type(everywhere<HTMLInputElement>('input').find(each => each.getAttribute('aria-label') === 'Title (English)')!, 'Service, new');
        await click(button('Submit for review')!);
        await until(() => forms.act.mock.calls.length);
        expect(forms.saveDraft).toHaveBeenCalledWith({ id: draft.id, version: 3, definition: { ...definition, title: { en: 'Service, new' } } });
        expect(forms.act).toHaveBeenLastCalledWith({ id: draft.id, version: 4, action: 'submit' });
        await until(() => rendered.container.get(ToastService).toasts.get().length);
        const [toast] = rendered.container.get(ToastService).toasts.get();
        expect(toast!.text).toBe('Version 1 waits for review.');
        await React.act(async () => { await toast!.actions[0]!.run(); });
        expect(forms.act).toHaveBeenLastCalledWith({ id: draft.id, version: 5, action: 'withdraw' });
    });

    it('keeps a form with errors from being submitted', async () => {
        const forms = await open([versionOf(1, 'draft', { definition: { ...definition, sections: [] } })], everything, 'view=versions');
        expect(rendered.element.querySelector('.a-state-bar')!.textContent).toContain('1 error');
        await click(button('Submit for review')!);
        expect([forms.act.mock.calls, query.view]).toEqual([[], 'edit']);
        await rendered.unmount();
        await open([versionOf(1, 'in-review', { definition: { ...definition, sections: [] } })]);
        expect(button('Publish')!.disabled).toBe(true);
    });

    it('begins a new version and goes there', async () => {
        const forms = await open([versionOf(1, 'published')]);
        await click(button('New version')!);
        await until(() => query.view);
        expect(forms.newVersion).toHaveBeenCalledWith({ id: 'form' });
        expect(query).toEqual({ version: versionOf(9, 'draft').id, view: 'edit' });
    });

    it('says all that is wrong when a form with errors is to be submitted', async () => {
        await open([versionOf(1, 'draft', { definition: { ...definition, sections: [] } })]);
        await click(button('Submit for review')!);
        expect(everywhere('.a-problem-link').map(each => each.textContent)).toEqual([expect.stringContaining('The form has no section yet.')]);
    });

    it('compares with the version in force', async () => {
        await open([versionOf(2, 'draft', { definition: { ...definition, title: { en: 'Better service' } } }), versionOf(1, 'published')], everything, 'view=differences');
        await until(() => everywhere('.a-difference-table').length);
        const row = everywhere('.a-difference-table tbody tr').map(each => [...each.querySelectorAll('th, td')].map(cell => cell.textContent));
        expect(row).toEqual([['Changed Whole form'], ['Title', 'Service', 'Better service']]);
    });
});
