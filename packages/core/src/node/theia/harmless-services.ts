import { inject, injectable } from '@theia/core/shared/inversify';
import { type ApplicationInfo, applicationPath, type ApplicationServer, type ExtensionInfo } from '@theia/core/lib/common/application-protocol';
import { type EnvVariable, envVariablesPath, type EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { type AsyncLocalizationProvider, type LanguageInfo, type Localization, localizationPath } from '@theia/core/lib/common/i18n/localization';
import { type LocalizationServer, LocalizationServerPath } from '@theia/core/lib/common/i18n/localization-server';
import { type ILoggerServer, loggerPath, LogLevel } from '@theia/core/lib/common/logger-protocol';
import { OS } from '@theia/core/lib/common/os';
import { LocalizationProvider } from '@theia/core/lib/node/i18n/localization-provider';
import { languages } from '../../common/access/session-contract';

/*
 * What stands, for each connection, before Theia's services of the same paths. Theia's own would tell of the server's insides or
 * change something for everybody: its log, its language.
 */

@injectable()
export class HarmlessEnvironment implements EnvVariablesServer {
    async getExecPath(): Promise<string> { return ''; }
    async getVariables(): Promise<EnvVariable[]> { return []; }
    async getValue(): Promise<EnvVariable | undefined> { return undefined; }
    async getHomeDirUri(): Promise<string> { return 'earshot:///'; }
    async getConfigDirUri(): Promise<string> { return 'earshot:///'; }
    async getDrives(): Promise<string[]> { return []; }
}

/** The server's log is for what the server says: a browser has a console of its own. */
@injectable()
export class HarmlessLogger implements ILoggerServer {
    async setLogLevel(): Promise<void> { /* nobody's but the operator's */ }
    async getLogLevel(): Promise<number> { return LogLevel.WARN; }
    async log(): Promise<void> { /* not heard */ }
    async child(): Promise<void> { /* no logger is kept for it */ }
    setClient(): void { /* nothing to tell */ }
    dispose(): void { /* nothing to let go */ }
}

/** Hands out texts. Which language is shown is each browser's affair: Theia keeps one for the whole process, and it stays as it is. */
@injectable()
export class HarmlessLocalization implements AsyncLocalizationProvider, LocalizationServer {
    constructor(@inject(LocalizationProvider) private readonly provider: Pick<LocalizationProvider, 'getAvailableLanguages' | 'loadLocalization'>) { }

    async getCurrentLanguage(): Promise<string> { return languages[0]; }
    async setCurrentLanguage(): Promise<void> { /* not for everybody */ }
    async getAvailableLanguages(): Promise<LanguageInfo[]> { return this.provider.getAvailableLanguages(); }
    async loadLocalization(languageId: string): Promise<Localization> {
        return this.provider.loadLocalization(languages.find(each => each === languageId) ?? languages[0]);
    }
}

@injectable()
export class HarmlessApplication implements ApplicationServer {
    async getExtensionsInfos(): Promise<ExtensionInfo[]> { return []; }
    async getApplicationInfo(): Promise<ApplicationInfo | undefined> { return undefined; }
    async getApplicationRoot(): Promise<string> { return 'earshot:///'; }
    async getApplicationPlatform(): Promise<string> { return ''; }
    async getBackendOS(): Promise<OS.Type> { return OS.Type.Linux; }
}

type Service = new (...parts: never[]) => object;

/** Each of Theia's services that a browser can reach, with what it reaches instead. */
export const harmlessServices: readonly (readonly [string, Service])[] = [
    [envVariablesPath, HarmlessEnvironment], [loggerPath, HarmlessLogger], [localizationPath, HarmlessLocalization], [LocalizationServerPath, HarmlessLocalization], [applicationPath, HarmlessApplication]
];
