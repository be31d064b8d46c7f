import { injectable } from '@theia/core/shared/inversify';
import { Deferred } from '@theia/core/lib/common/promise-util';
import type { SessionInfo } from '../../common/access/session-contract';
import { coreContract } from '../../common/core-contract';
import { createClient } from '../../common/api/client';
import { Store } from './store';

/** The address of the API of the server that this page came from. */
export const apiUrl = (): string => `${window.location.origin}/api`;

let leaving = false;

/** Goes to the sign-in page; it comes back to the same address, hash included, unless the person left on purpose. */
export function goToSignIn(hash = window.location.hash): void {
    if (!leaving) {
        leaving = true;
        window.location.assign(`/sign-in${hash}`);
    }
}

/**
 * Who is signed in and what they may do. It is asked for before anything is drawn; the browser
 * only offers accordingly, every request is decided by the server.
 */
@injectable()
export class SessionService {
    protected readonly store = new Store<SessionInfo | undefined>(undefined);
    protected readonly preferenceStore = new Store<Readonly<Record<string, unknown>>>({});
    protected loading: Promise<void> | undefined;
    protected readonly client = createClient(coreContract, { url: apiUrl() });

    readonly subscribe = this.store.subscribe;
    readonly subscribeToPreferences = this.preferenceStore.subscribe;

    /** Resolves when the session is known. Without one the page leaves for the sign-in page, and this never resolves. */
    load(): Promise<void> {
        return this.loading ??= this.doLoad();
    }

    protected async doLoad(): Promise<void> {
        try {
            const [session, preferences] = await Promise.all([this.client.session.current(), this.client.session.preferences()]);
            this.store.set(session as SessionInfo);
            this.preferenceStore.set(preferences);
        } catch (error) {
            if ((error as { status?: number }).status === 401) {
                goToSignIn();
                return new Deferred<void>().promise;
            }
            this.loading = undefined;
            throw error;
        }
    }

    /** Asks again, after something about the signed-in person changed. */
    async refresh(): Promise<void> {
        this.store.set(await this.client.session.current() as SessionInfo);
    }

    readonly peek = (): SessionInfo | undefined => this.store.get();

    get info(): SessionInfo {
        const info = this.store.get();
        if (!info) {
            throw new Error('Nobody is signed in yet: the session is loaded before the screens are drawn.');
        }
        return info;
    }

    /** Whether the person's roles grant a permission at all, whatever its scope. */
    readonly may = (permission: string): boolean => this.store.get()?.permissions[permission] !== undefined;

    readonly preferences = (): Readonly<Record<string, unknown>> => this.preferenceStore.get();

    /** Sets a preference of the person; `null` removes it. It shows at once and is put back if the server refuses. */
    async setPreference(key: string, value: unknown): Promise<void> {
        const before = this.preferenceStore.get();
        this.preferenceStore.set(value === null ? Object.fromEntries(Object.entries(before).filter(([each]) => each !== key)) : { ...before, [key]: value });
        try {
            await this.client.session.setPreference({ key, value });
        } catch (error) {
            this.preferenceStore.update(current => ({ ...current, [key]: before[key] }));
            throw error;
        }
    }

    async signOut(): Promise<void> {
        await this.client.session.signOut();
        goToSignIn('');
    }
}
