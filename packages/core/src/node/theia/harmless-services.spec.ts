import { connectionCloseServicePath } from '@theia/core/lib/common/messaging/connection-management';
import { LocalizationProvider } from '@theia/core/lib/node/i18n/localization-provider';
import { describe, expect, it, vi } from 'vitest';
import { allowedPaths } from './allowed-services';
import { HarmlessApplication, HarmlessEnvironment, HarmlessLocalization, HarmlessLogger, harmlessServices } from './harmless-services';

describe('Theia’s services', () => {
    it('are reached nowhere but through ours', () => {
        expect([...allowedPaths].filter(each => !harmlessServices.some(([path]) => path === each))).toEqual([connectionCloseServicePath]);
        expect([...allowedPaths].sort()).toEqual(['/localization-server', '/services/ChannelCloseService', '/services/application', '/services/envs', '/services/i18n', '/services/logger']);
    });

    it('let nobody write into the server’s log', async () => {
        const said = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map(each => vi.spyOn(console, each).mockImplementation(() => { }));
        const logger = new HarmlessLogger() as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
        await logger.log!('root', 60, 'forged\nline', []);
        await logger.setLogLevel!('root', 10);
        await logger.child!('x'.repeat(1000));
        expect(said.flatMap(each => each.mock.calls)).toEqual([]);
        vi.restoreAllMocks();
    });

    it('let nobody change the language of the others, and hand out texts of our languages only', async () => {
        const provider = new LocalizationProvider();
        provider.addLocalizations(...['zh-cn', 'fr'].map(languageId => ({ languageId, languagePack: true, getTranslations: async () => ({ hello: languageId }) })));
        const localization = new HarmlessLocalization(provider);
        expect(await localization.loadLocalization('zh-cn')).toMatchObject({ languageId: 'zh-cn', translations: { hello: 'zh-cn' } });
        await (localization.setCurrentLanguage as (language: string) => Promise<void>)('zh-cn');
        expect(provider.getCurrentLanguage()).toBe('en');
        expect((await localization.loadLocalization('fr')).languageId).toBe('en');
        expect((await localization.getAvailableLanguages()).map(each => each.languageId)).toContain('zh-cn');
    });

    it('tell nothing of the machine', async () => {
        expect([await new HarmlessApplication().getApplicationRoot(), await new HarmlessApplication().getApplicationPlatform(), await new HarmlessEnvironment().getExecPath(), await new HarmlessEnvironment().getVariables()]).toEqual(['earshot:///', '', '', []]);
    });
});
