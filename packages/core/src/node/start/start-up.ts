import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { BackendApplicationContribution, EarlyExpressMiddleware } from '@theia/core/lib/node/backend-application';
import type { Server } from 'node:http';
import { ApiServer } from '../api/api-server';
import { HttpFrontDoor } from '../http/front-door';
import { SampleGuard } from '../http/sample-guard';
import { explainDatabaseError } from '../storage/embedded';
import { bearBrokenOutput } from './broken-output';
import { Settings } from './settings';
import { stopAll } from './stopping';
import { StartNotice, StartTask } from './start-task';
import { StorageOpener } from './storage-opener';

/** Theia ends the process five seconds after it was told to; closing the database comes after this. */
const stopMs = 3500;

/** The order in which the server comes up and goes down. What fails on the way is said plainly, and ends the process. */
@injectable()
export class StartUp implements BackendApplicationContribution {
    private started: StartTask[] = [];

    constructor(
        @inject(Settings) private readonly settings: Settings,
        @inject(StorageOpener) private readonly storage: StorageOpener,
        @inject(SampleGuard) private readonly sample: SampleGuard,
        @inject(ApiServer) private readonly api: ApiServer,
        @inject(HttpFrontDoor) private readonly door: HttpFrontDoor,
        @inject(EarlyExpressMiddleware) private readonly early: EarlyExpressMiddleware,
        @inject(ContributionProvider) @named(StartTask) private readonly tasks: ContributionProvider<StartTask>,
        @inject(ContributionProvider) @named(StartNotice) private readonly notices: ContributionProvider<StartNotice>
    ) { }

    async initialize(): Promise<void> {
        bearBrokenOutput(process);
        try {
            this.settings.check();
            const api = this.api.router();
            await this.storage.open();
            for (const each of [...this.tasks.getContributions()].sort((one, other) => one.order - other.order)) {
                await each.run();
                this.started.push(each);
            }
            if (await this.sample.refresh() && !this.settings.onLoopback) {
                throw new Error(`The sample centre's accounts exist, so this server answers only on this machine, not on ${this.settings.host}.\n`
                    + 'Start without --host, or use another data folder with --empty.');
            }
            this.early.handlers.push(...this.door.handlers(api));
        } catch (error) {
            await this.fail(error);
        }
    }

    async onStart(_server: Server): Promise<void> {
        const lines = [`Earshot is ready: ${this.settings.address}`];
        for (const each of this.notices.getContributions()) {
            lines.push(...await each.lines());
        }
        console.log(`\n${lines.join('\n')}\n`);
    }

    async onStop(): Promise<void> {
        await stopAll(this.started.splice(0).reverse(), stopMs);
        await this.storage.close().catch(error => console.error('While closing the database:', error));
    }

    private async fail(error: unknown): Promise<never> {
        const explained = explainDatabaseError(error);
        console.error(`\nEarshot could not start: ${explained?.message ?? (error instanceof Error ? error.message : String(error))}\n`);
        if (process.env.EARSHOT_DEBUG) {
            console.error(error);
        }
        await this.onStop();
        process.exit(1);
    }
}
