import { Container } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftService } from '../application/draft';
import { ErrorTextService } from '../application/error-text';
import { SessionService } from '../application/session-service';
import { ToastService } from '../application/toast-service';
import { NavigationService } from './navigation-service';
import { componentOf, PageContribution, type PageComponent, type PageDefinition } from './page';
import { PageRegistry } from './page-registry';
import { UnsavedWorkService } from './unsaved-work';

const page = (id: string, path: string, more: Partial<PageDefinition> = {}): PageDefinition =>
    ({ id, path, perspective: 'quality', title: () => id, icon: 'pulse', order: 1, inNavigation: true, load: async () => ({ default: () => null }), ...more });
const pages = [
    page('calls', '/quality/calls', { order: 2 }), page('evaluation', '/quality/evaluations/:id', { inNavigation: false, under: 'calls' }), page('plans', '/quality/plans', { permission: 'sampling:read' }),
    page('people', '/people', { perspective: 'people', detail: '/people/:id', entity: 'core/people' }), page('teams', '/people/teams', { perspective: 'people', permission: ['team:read', 'team:write'] })
];
const id = '0190a000-0000-7000-8000-000000000001';

describe('navigation', () => {
    let container: Container;
    let navigation: NavigationService;
    let permissions: Record<string, string>;
    const registry = (): PageRegistry => container.get(PageRegistry);
    const path = (): string => navigation.route.get().path;

    beforeEach(() => {
        window.location.hash = '';
        permissions = { 'team:read': 'all' };
        container = new Container({ defaultScope: 'Singleton' });
        container.bind(SessionService).toConstantValue({ may: (permission: string) => permissions[permission] !== undefined } as SessionService);
        container.bind(ContributionProvider).toConstantValue({ getContributions: () => [{ pages }] }).whenTargetNamed(PageContribution);
        container.bind(ErrorTextService).toConstantValue({ describe: () => 'because' } as unknown as ErrorTextService);
        [PageRegistry, NavigationService, UnsavedWorkService, ToastService, DraftService].forEach(each => container.bind<object>(each).toSelf());
        navigation = container.get(NavigationService);
        navigation.start();
    });
    afterEach(() => { window.location.hash = ''; });

    it('finds pages, and says why there is none', () => {
        expect(registry().find('/people/teams')).toMatchObject({ kind: 'page', page: { id: 'teams' } });
        expect(registry().find(`/people/${id}`)).toMatchObject({ kind: 'page', page: { id: 'people' }, params: { id } });
        expect(registry().find('/quality/plans')).toMatchObject({ kind: 'forbidden', page: { id: 'plans' } });
        expect(registry().find('/nowhere')).toEqual({ kind: 'missing' });
    });

    it('offers only what the person may see, in order, and marks where they are', () => {
        expect(registry().navigationOf('quality').map(each => each.id)).toEqual(['calls']);
        permissions['sampling:read'] = 'own';
        expect(registry().navigationOf('quality').map(each => each.id)).toEqual(['plans', 'calls']);
        expect(registry().visiblePerspectives).toEqual(['quality', 'people']);
        expect(registry().entryOf(pages[1]!)?.id).toBe('calls');
    });

    it('opens links to things of any package', async () => {
        expect(registry().pathOf(`earshot:/core/people/${id}`)).toBe(`/people/${id}`);
        expect(registry().pathOf(`earshot:/quality/evaluations/${id}`)).toBe(`/quality/evaluations/${id}`);
        expect(registry().pathOf('https://example.org')).toBeUndefined();
        await navigation.navigate(`earshot:/core/people/${id}`);
        expect(window.location.hash).toBe(`#/people/${id}`);
    });

    it('opens what a mail links to on the page of its kind, wherever that is, and says where nothing is', () => {
        for (const [address, opened] of [[`/core/people/${id}`, `/people/${id}`], [`/quality/evaluations/${id}`, `/quality/evaluations/${id}`], [`/core/nothing/${id}`, `/core/nothing/${id}`]] as const) {
            window.history.replaceState(null, '', `#${address}?from=mail`);
            navigation.start();
            expect(navigation.route.get()).toEqual({ path: opened, search: 'from=mail' });
            expect(window.location.hash).toBe(`#${opened}?from=mail`);
        }
        expect(registry().find(path())).toEqual({ kind: 'missing' });
    });

    it('follows the browser back', async () => {
        await navigation.navigate('/people');
        await navigation.navigate('/quality/calls', { query: { team: 'a' } });
        expect(window.location.hash).toBe('#/quality/calls?team=a');
        navigation.setQuery({ team: null, text: 'x' });
        expect(window.location.hash).toBe('#/quality/calls?text=x');
        window.history.back();
        await vi.waitFor(() => expect(path()).toBe('/people'));
    });

    it('saves unsaved work before it leaves', async () => {
        const save = vi.fn(async () => { });
        container.get(UnsavedWorkService).register({ title: 'the evaluation', save });
        await navigation.navigate('/people');
        expect(save).toHaveBeenCalledOnce();
        expect(path()).toBe('/people');
    });

    it('stays where saving failed, with a way out', async () => {
        const forget = container.get(UnsavedWorkService).register({ title: 'the evaluation', save: async () => { throw new Error('no'); } });
        await navigation.navigate('/people');
        expect(path()).toBe('/');
        const [toast] = container.get(ToastService).toasts.get();
        expect(toast!.text).toContain('because');
        forget();
        await toast!.actions[0]!.run();
        expect(path()).toBe('/people');
    });

    it('asks before it leaves what cannot save itself, also when the browser goes back', async () => {
        await navigation.navigate('/people');
        container.get(UnsavedWorkService).register({ title: 'the new person' });
        await navigation.navigate('/quality/calls');
        expect(path()).toBe('/people');
        expect(container.get(ToastService).toasts.get()[0]!.text).toBe('Not saved yet: the new person.');
        window.location.hash = '#/quality/calls';
        await vi.waitFor(() => expect(window.location.hash).toBe('#/people'));
        expect(path()).toBe('/people');
    });

    it('changes the query of the same page without asking', async () => {
        await navigation.navigate('/people');
        container.get(UnsavedWorkService).register({ title: 'the new person' });
        await navigation.navigate('/people?team=a');
        expect(window.location.hash).toBe('#/people?team=a');
    });
});

describe('a loaded module', () => {
    it('gives its component whichever way it was bundled', () => {
        const Component: PageComponent = () => null;
        expect(componentOf({ default: Component })).toBe(Component);
        expect(componentOf({ default: { default: Component } })).toBe(Component);
    });
});
