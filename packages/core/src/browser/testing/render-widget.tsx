import * as React from '@theia/core/shared/react';
import { Container, type interfaces } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { SessionInfo } from '../../common/access/session-contract';
import { ContainerContext } from '../application/context';
import { DraftService } from '../application/draft';
import { ErrorTextContribution, ErrorTextService } from '../application/error-text';
import { HouseTextContribution, HouseTexts } from '../application/house-texts';
import { SessionService } from '../application/session-service';
import { Announcer, ToastService } from '../application/toast-service';
import { coreErrorTexts } from '../core-error-texts';
import { coreHouseTexts } from '../core-house-texts';

/** A signed-in person for tests. */
export const sampleSession: SessionInfo = {
    person: { id: '0190a000-0000-7000-8000-000000000001', name: 'Li Ming', login: 'li', employeeNumber: '1042', teamId: null, teamName: null },
    roles: ['administrator'], permissions: {}, language: null, theme: 'system', mustChangePassword: false, sample: false, expiresAt: '2026-12-01T00:00:00.000Z'
};

/** A session that lives in memory: preferences are kept, nothing is sent. */
class FixedSession extends SessionService {
    constructor(info: SessionInfo) {
        super();
        this.store.set(info);
    }
    override async setPreference(key: string, value: unknown): Promise<void> {
        this.preferenceStore.update(current => ({ ...current, [key]: value }));
    }
}

export interface RenderOptions {
    /** Further services, or others instead of the ones bound here: `[[ApiService, fake]]`. */
    readonly services?: readonly (readonly [interfaces.ServiceIdentifier<unknown>, unknown])[];
    readonly session?: Partial<SessionInfo>;
}

export interface Rendered {
    /** The element that holds what was rendered; overlays stand in `document.body`. */
    readonly element: HTMLElement;
    readonly container: Container;
    rerender(content: React.ReactElement): Promise<void>;
    unmount(): Promise<void>;
}

const settle = (run: () => void): Promise<void> => React.act(async () => { run(); });

/** Renders what uses the application's services, in a small application of its own. Unmount it at the end of the test. */
export async function renderWidget(content: React.ReactElement, { services = [], session = {} }: RenderOptions = {}): Promise<Rendered> {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    const container = new Container({ defaultScope: 'Singleton' });
    container.bind(SessionService).toConstantValue(new FixedSession({ ...sampleSession, ...session }));
    [ToastService, Announcer, ErrorTextService, HouseTexts, DraftService].forEach(each => container.bind<object>(each).toSelf());
    container.bind(ContributionProvider).toConstantValue({ getContributions: () => [coreErrorTexts] }).whenTargetNamed(ErrorTextContribution);
    container.bind(ContributionProvider).toConstantValue({ getContributions: () => [coreHouseTexts] }).whenTargetNamed(HouseTextContribution);
    for (const [identifier, value] of services) {
        (container.isBound(identifier) ? container.rebind(identifier) : container.bind(identifier)).toConstantValue(value);
    }
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
    const element = document.body.appendChild(document.createElement('div'));
    const root = createRoot(element);
    const rerender = (next: React.ReactElement): Promise<void> => settle(() => root.render(<ContainerContext.Provider value={container}><QueryClientProvider client={queries}>{next}</QueryClientProvider></ContainerContext.Provider>));
    await rerender(content);
    return { element, container, rerender, unmount: () => settle(() => { root.unmount(); element.remove(); queries.clear(); }) };
}

/** Presses a key on an element as a keyboard does. */
export const press = (element: Element, key: string, modifiers: KeyboardEventInit = {}): Promise<void> =>
    settle(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })));

/** Moves the focus as the Tab key or a pointer does. */
export const focus = (element: HTMLElement): Promise<void> => settle(() => element.focus());

export const click = (element: Element, modifiers: MouseEventInit = {}): Promise<void> =>
    settle(() => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...modifiers })));

/** Types a text into a field, replacing what stands there. */
export const type = (element: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> => settle(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')!.set!.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
});

/** Waits for promises and timers of up to the given milliseconds. */
export const pause = (milliseconds = 0): Promise<void> => React.act(() => new Promise<void>(resolve => setTimeout(resolve, milliseconds)));
