import { ContainerModule } from '@theia/core/shared/inversify';
import { I18nPreloadContribution } from '@theia/core/lib/browser/preload/i18n-preload-contribution';
import { OSPreloadContribution } from '@theia/core/lib/browser/preload/os-preload-contribution';
import { ThemePreloadContribution } from '@theia/core/lib/browser/preload/theme-preload-contribution';
import { SessionService } from './application/session-service';
import { StartLanguage } from './preload/start-language';
import { applyPalette, decideTheme, rememberedTheme } from './theming/first-paint';

/** What happens before the application is loaded: the theme of last time is painted, the session and the language are fetched. */
export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bind(SessionService).toSelf().inSingletonScope();
    rebind(I18nPreloadContribution).to(StartLanguage).inSingletonScope();
    rebind(ThemePreloadContribution).toConstantValue({ initialize: () => applyPalette(decideTheme(rememberedTheme())) });
    // the server's operating system is nobody's business in the browser
    rebind(OSPreloadContribution).toConstantValue({ initialize: async () => { } } as unknown as OSPreloadContribution);
});
