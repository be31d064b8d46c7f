import { inject, injectable } from '@theia/core/shared/inversify';
import { I18nPreloadContribution } from '@theia/core/lib/browser/preload/i18n-preload-contribution';
import { nls } from '@theia/core/lib/common/nls';
import { decideLanguage, languageTags } from '../application/language';
import { SessionService } from '../application/session-service';
import { waitForServer } from './waiting-for-server';

/** Asks who is signed in before anything else, and loads the language that this person reads. */
@injectable()
export class StartLanguage extends I18nPreloadContribution {
    @inject(SessionService)
    protected readonly session: SessionService;

    override async initialize(): Promise<void> {
        await waitForServer(() => this.session.load());
        // the sign-in page keeps what was chosen there
        const language = decideLanguage(this.session.info.language, [window.localStorage.getItem(nls.localeId) ?? '', ...navigator.languages]);
        Object.assign(nls, { locale: language });
        nls.setLocale(language);
        document.documentElement.lang = languageTags[language];
        await super.initialize();
    }
}
