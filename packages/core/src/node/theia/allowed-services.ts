import { injectable } from '@theia/core/shared/inversify';
import { connectionCloseServicePath } from '@theia/core/lib/common/messaging/connection-management';
import { ConnectionHandler } from '@theia/core/lib/common/messaging/handler';
import { ContributionFilterRegistry, FilterContribution } from '@theia/core/lib/common/contribution-filter';
import { harmlessServices } from './harmless-services';

/**
 * Theia's RPC is reflective: every method of a bound service can be called by anyone who is signed in. So only these are
 * reachable: what the front end cannot start without, and of that only stand-ins of ours. Everything else goes through the contract.
 */
export const allowedPaths: ReadonlySet<string> = new Set([connectionCloseServicePath, ...harmlessServices.map(([path]) => path)]);

@injectable()
export class AllowedServices implements FilterContribution {
    registerContributionFilters(registry: ContributionFilterRegistry): void {
        registry.addFilters([ConnectionHandler], [handler => allowedPaths.has((handler as ConnectionHandler).path)]);
    }
}
