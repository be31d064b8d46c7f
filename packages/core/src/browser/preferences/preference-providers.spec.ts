import 'reflect-metadata';
import { PreferenceScope } from '@theia/core/lib/common/preferences/preference-scope';
import { beforeEach, describe, expect, it } from 'vitest';
import { noPreferences, PersonPreferenceProvider } from './preference-providers';

describe('preferences of Theia', () => {
    let kept: Record<string, unknown>;
    let provider: PersonPreferenceProvider;
    beforeEach(() => {
        kept = { theme: 'dark', 'theia.keyboard.dispatch': 'code' };
        provider = new PersonPreferenceProvider({ preferences: () => kept, setPreference: async (key, value) => { kept = { ...kept, [key]: value }; } });
    });

    it('are kept with those of the person, under a name of their own', async () => {
        const heard: unknown[] = [];
        provider.onDidPreferencesChanged(changes => heard.push(changes));
        expect(provider.get('keyboard.dispatch')).toBe('code');
        expect(provider.getPreferences()).toEqual({ 'keyboard.dispatch': 'code' });
        expect(await provider.setPreference('keyboard.dispatch', 'keyCode')).toBe(true);
        expect(kept['theia.keyboard.dispatch']).toBe('keyCode');
        expect(heard).toEqual([{ 'keyboard.dispatch': { preferenceName: 'keyboard.dispatch', oldValue: 'code', newValue: 'keyCode', scope: PreferenceScope.User } }]);
    });
    it('are refused under names that the server does not take', async () => expect(await provider.setPreference('[json].x', 1)).toBe(false));
    it('do not exist for workspaces', async () => expect([noPreferences.get('x'), await noPreferences.setPreference('x', 1)]).toEqual([undefined, false]));
});
