import type { interfaces } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { PreferenceProvider, type PreferenceProviderDataChanges, PreferenceScope } from '@theia/core/lib/common/preferences';
import type { JSONObject, JSONValue } from '@theia/core/shared/@lumino/coreutils';
import { SessionService } from '../application/session-service';

/** Names of Theia's preferences among those of the person. */
const PREFIX = 'theia.';
const storable = /^[a-zA-Z0-9.-]{1,90}$/;

/** Theia's user preferences, kept with the other preferences of the person on the server. */
export class PersonPreferenceProvider implements PreferenceProvider {
    protected readonly emitter = new Emitter<PreferenceProviderDataChanges>();
    readonly onDidPreferencesChanged = this.emitter.event;
    readonly ready = Promise.resolve();

    constructor(protected readonly session: Pick<SessionService, 'preferences' | 'setPreference'>) { }

    canHandleScope(scope: PreferenceScope): boolean {
        return scope === PreferenceScope.User;
    }

    get<T>(name: string): T | undefined {
        return this.session.preferences()[PREFIX + name] as T | undefined;
    }

    resolve<T>(name: string): { value?: T } {
        return { value: this.get<T>(name) };
    }

    getPreferences(): JSONObject {
        return Object.fromEntries(Object.entries(this.session.preferences()).filter(([key]) => key.startsWith(PREFIX)).map(([key, value]) => [key.slice(PREFIX.length), value as JSONValue]));
    }

    async setPreference(preferenceName: string, newValue: JSONValue | undefined): Promise<boolean> {
        if (!storable.test(preferenceName)) {
            return false;
        }
        const oldValue = this.get<JSONValue>(preferenceName);
        await this.session.setPreference(PREFIX + preferenceName, newValue ?? null);
        this.emitter.fire({ [preferenceName]: { preferenceName, newValue, oldValue, scope: PreferenceScope.User } });
        return true;
    }

    dispose(): void {
        this.emitter.dispose();
    }
}

/** There are no workspaces and folders here: nothing is kept for them, and nothing can be. */
export const noPreferences: PreferenceProvider = {
    onDidPreferencesChanged: Event.None, ready: Promise.resolve(), canHandleScope: () => false, get: () => undefined, resolve: () => ({}),
    getPreferences: () => ({}), setPreference: async () => false, dispose: () => { }
};

export function bindPreferences(bind: interfaces.Bind): void {
    bind(PreferenceProvider).toDynamicValue(({ container }) => new PersonPreferenceProvider(container.get(SessionService))).inSingletonScope().whenTargetNamed(PreferenceScope.User);
    for (const scope of [PreferenceScope.Workspace, PreferenceScope.Folder]) {
        bind(PreferenceProvider).toConstantValue(noPreferences).whenTargetNamed(scope);
    }
}
