import * as React from '@theia/core/shared/react';
import type { interfaces } from '@theia/core/shared/inversify';
import type { AnyContractRouter } from '@orpc/contract';
import type { SessionInfo } from '../../common/access/session-contract';
import type { Client } from '../../common/api/client';
import { ApiService } from './api-service';
import { ErrorTextService } from './error-text';
import { SessionService } from './session-service';
import { Announcer, ToastService, type ToastOptions } from './toast-service';

/** The container of the application, for hooks; pages ask for single services with {@link useService}. */
export const ContainerContext = React.createContext<interfaces.Container | undefined>(undefined);

/** A service of the application by its identifier. */
export function useService<T>(identifier: interfaces.ServiceIdentifier<T>): T {
    const container = React.useContext(ContainerContext);
    if (!container) {
        throw new Error('Components that use services stand below the workbench; tests wrap them with renderWidget().');
    }
    return React.useMemo(() => container.get<T>(identifier), [container, identifier]);
}

/** The typed client of a contract, with the application's handling of lost connections and ended sessions. */
export const useClient = <C extends AnyContractRouter>(contract: C): Client<C> => useService(ApiService).clientOf(contract);

export interface Session extends SessionInfo {
    /** Whether the person's roles grant a permission, whatever its scope. */
    may(permission: string): boolean;
}

/** Who is signed in. */
export function useSession(): Session {
    const service = useService(SessionService);
    const info = React.useSyncExternalStore(service.subscribe, service.peek);
    return React.useMemo(() => ({ ...(info ?? service.info), may: service.may }), [info, service]);
}

/** A preference of the person, kept on the server, and how to set it. */
export function usePreference<T>(key: string, fallback: T): [T, (value: T) => void] {
    const service = useService(SessionService);
    const errors = useService(ErrorTextService);
    const toasts = useService(ToastService);
    const all = React.useSyncExternalStore(service.subscribeToPreferences, service.preferences);
    const set = React.useCallback((value: T) => {
        service.setPreference(key, value).catch(error => toasts.show(errors.describe(error), { tone: 'critical' }));
    }, [service, errors, toasts, key]);
    return [(all[key] as T | undefined) ?? fallback, set];
}

/** Shows a sentence in the corner. */
export const useToast = (): (text: string, options?: ToastOptions) => void => useService(ToastService).show;

/** Says a sentence to screen readers only. */
export const useAnnounce = (): (text: string) => void => useService(Announcer).announce;

/** A sentence for an error, and its problems by field. */
export const useErrorText = (): Pick<ErrorTextService, 'describe' | 'problems'> => useService(ErrorTextService);
