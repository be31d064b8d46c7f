import { injectable } from '@theia/core/shared/inversify';
import { connectionCloseServicePath } from '@theia/core/lib/common/messaging/connection-management';
import { ConnectionHandler } from '@theia/core/lib/common/messaging/handler';
import { ContributionFilterRegistry, FilterContribution } from '@theia/core/lib/common/contribution-filter';
import { EnvVariable, EnvVariablesServer, envVariablesPath } from '@theia/core/lib/common/env-variables';
import { localizationPath } from '@theia/core/lib/common/i18n/localization';
import { LocalizationServerPath } from '@theia/core/lib/common/i18n/localization-server';
import { applicationPath } from '@theia/core/lib/common/application-protocol';
import { loggerPath } from '@theia/core/lib/common/logger-protocol';

/**
 * Theia's RPC is reflective: every method of a bound service can be called by anyone who is signed in. So only these are
 * reachable: what the front end cannot start without. Everything of ours goes through the contract.
 */
const allowed = new Set<string>([connectionCloseServicePath, localizationPath, LocalizationServerPath, envVariablesPath, applicationPath, loggerPath]);

@injectable()
export class AllowedServices implements FilterContribution {
    registerContributionFilters(registry: ContributionFilterRegistry): void {
        registry.addFilters([ConnectionHandler], [handler => allowed.has((handler as ConnectionHandler).path)]);
    }
}

/** Stands before Theia's service of the same path, which would hand out the server's environment variables. */
@injectable()
export class HarmlessEnvironment implements EnvVariablesServer {
    async getExecPath(): Promise<string> { return ''; }
    async getVariables(): Promise<EnvVariable[]> { return []; }
    async getValue(): Promise<EnvVariable | undefined> { return undefined; }
    async getHomeDirUri(): Promise<string> { return 'earshot:///'; }
    async getConfigDirUri(): Promise<string> { return 'earshot:///'; }
    async getDrives(): Promise<string[]> { return []; }
}
