import type { interfaces } from '@theia/core/shared/inversify';
import { Emitter } from '@theia/core/lib/common/event';
import { PreferenceProvider, type PreferenceProviderDataChanges, PreferenceScope } from '@theia/core/lib/common/preferences';
import type { JSONObject, JSONValue } from '@theia/core/shared/@lumino/coreutils';

/** Holds the preferences of Theia's own parts for as long as the window is open. */
class WindowPreferenceProvider implements PreferenceProvider {
    protected readonly values = new Map<string, JSONValue>();
    protected readonly emitter = new Emitter<PreferenceProviderDataChanges>();
    readonly onDidPreferencesChanged = this.emitter.event;
    readonly ready = Promise.resolve();

    constructor(protected readonly scope: PreferenceScope) { }

    canHandleScope(scope: PreferenceScope): boolean {
        return scope === this.scope;
    }

    get<T>(name: string): T | undefined {
        return this.values.get(name) as T | undefined;
    }

    resolve<T>(name: string): { value?: T } {
        return { value: this.get<T>(name) };
    }

    getPreferences(): JSONObject {
        return Object.fromEntries(this.values);
    }

    async setPreference(preferenceName: string, newValue: JSONValue): Promise<boolean> {
        const oldValue = this.values.get(preferenceName);
        if (newValue === undefined) {
            this.values.delete(preferenceName);
        } else {
            this.values.set(preferenceName, newValue);
        }
        this.emitter.fire({ [preferenceName]: { preferenceName, newValue, oldValue, scope: this.scope } });
        return true;
    }

    dispose(): void {
        this.emitter.dispose();
    }
}

export function bindPreferences(bind: interfaces.Bind): void {
    for (const scope of [PreferenceScope.User, PreferenceScope.Workspace, PreferenceScope.Folder]) {
        bind(PreferenceProvider).toDynamicValue(() => new WindowPreferenceProvider(scope)).inSingletonScope().whenTargetNamed(scope);
    }
}
