import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import type { PermissionContribution, PermissionDefinition } from '@earshot/core/lib/common/access/permission';
import type { ApiContribution } from '@earshot/core/lib/node/api/implementation';
import { createTestDatabase } from '../../configs/test-database';
import { freePort } from '../fixtures/free-port';
import { type ContractOperation, operationsOfContribution } from './contract-operations';

const product = path.resolve(import.meta.dirname, '..', '..', 'examples', 'browser');

/** The compiled packages as Node loads them: one copy of each, or the container would not know its own bindings. */
const load = createRequire(path.join(product, 'package.json'));

/** The whole back end of the product, as compiled and not yet bundled, on a database of its own. */
export interface RunningHouse {
    /** `http://127.0.0.1:port` */
    readonly url: string;
    readonly port: number;
    /** Of all packages. */
    readonly operations: readonly ContractOperation[];
    readonly permissions: readonly PermissionDefinition[];
    /** What it printed while it started. */
    readonly notice: string;
    stop(): Promise<void>;
}

type Core = typeof import('@theia/core/lib/node');

const loadModules = async (): Promise<import('@theia/core/shared/inversify').Container> => {
    const { Container } = load('@theia/core/shared/inversify') as typeof import('@theia/core/shared/inversify');
    const { ApplicationPackage } = load('@theia/application-package') as typeof import('@theia/application-package');
    const { BackendApplicationConfigProvider } = load('@theia/core/lib/node/backend-application-config-provider') as typeof import('@theia/core/lib/node/backend-application-config-provider');
    const application = new ApplicationPackage({ projectPath: product, log: () => { } });
    BackendApplicationConfigProvider.set(application.props.backend.config);
    const container = new Container();
    const modules = [
        ['@theia/core/lib/node/backend-application-module', 'backendApplicationModule'], ['@theia/core/lib/node/messaging/messaging-backend-module', 'messagingBackendModule'],
        ['@theia/core/lib/node/logger-backend-module', 'loggerBackendModule'], ...[...application.targetBackendModules.values()].map(each => [each, 'default'] as const)
    ] as const;
    for (const [name, key] of modules) {
        container.load((load(name) as Record<string, import('@theia/core/shared/inversify').interfaces.ContainerModule>)[key]!);
    }
    return container;
};

/** @param prepare is given the address of the database, whose tables are there and empty, before the back end starts */
export const startHouse = async (prepare: (databaseUrl: string) => Promise<void> = () => Promise.resolve()): Promise<RunningHouse> => {
    const [database, dataFolder, port] = await Promise.all([createTestDatabase(), fs.mkdtemp(path.join(os.tmpdir(), 'earshot-matrix-')), freePort()]);
    Object.assign(process.env, {
        DATABASE_URL: database.url, EARSHOT_DATA: dataFolder, EARSHOT_PORT: String(port), EARSHOT_HOST: '127.0.0.1', THEIA_APP_PROJECT_PATH: product
    });
    await prepare(database.url);
    const printed: string[] = [];
    const { info, log } = console;
    console.log = console.info = (...words: unknown[]) => void printed.push(words.join(' '));
    try {
        const container = await loadModules();
        const { BackendApplication, CliManager } = load('@theia/core/lib/node') as Core;
        await container.get(CliManager).initializeCli([], () => container.get(BackendApplication).configured, () => container.get(BackendApplication).start(port, '127.0.0.1').then(() => undefined));
        const { StartUp } = load('@earshot/core/lib/node/start/start-up') as typeof import('@earshot/core/lib/node/start/start-up');
        const { ApiContribution } = load('@earshot/core/lib/node/api/implementation') as typeof import('@earshot/core/lib/node/api/implementation');
        const { PermissionContribution } = load('@earshot/core/lib/common/access/permission') as typeof import('@earshot/core/lib/common/access/permission');
        return {
            url: `http://127.0.0.1:${port}`, port, notice: printed.join('\n'),
            operations: container.getAll<ApiContribution>(ApiContribution).flatMap(operationsOfContribution),
            permissions: container.getAll<PermissionContribution>(PermissionContribution).flatMap(each => each.permissions),
            stop: async () => {
                await container.get(StartUp).onStop();
                await database.drop();
                await fs.rm(dataFolder, { recursive: true, force: true });
            }
        };
    } finally {
        Object.assign(console, { info, log });
    }
};
