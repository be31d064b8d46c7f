import { mkdir } from 'node:fs/promises';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { Database, DatabaseConnection } from '../storage/database';
import { type EmbeddedServer, openEmbeddedPostgres } from '../storage/embedded';
import { migrateAll } from '../storage/migrate';
import { PackageMigrations } from '../storage/migration';
import { Settings } from './settings';

/** Opens the database, its own embedded one or the server named by DATABASE_URL, and brings it to the present shape. */
@injectable()
export class StorageOpener {
    private server: EmbeddedServer | undefined;

    constructor(
        @inject(Settings) private readonly settings: Settings,
        @inject(DatabaseConnection) private readonly connection: DatabaseConnection,
        @inject(Database) private readonly database: Database,
        @inject(ContributionProvider) @named(PackageMigrations) private readonly migrations: ContributionProvider<PackageMigrations>
    ) { }

    async open(): Promise<void> {
        await mkdir(this.settings.dataFolder, { recursive: true, mode: 0o711 }); // the embedded server's account must be able to pass through; what lies inside is closed
        if (this.settings.databaseUrl) {
            Object.assign(this.connection, { connectionString: this.settings.databaseUrl });
        } else {
            this.server = await openEmbeddedPostgres({ dataFolder: this.settings.dataFolder, log: line => console.info(line) });
            Object.assign(this.connection, { host: this.server.socketFolder, port: this.server.port, user: this.server.user, database: 'postgres' });
        }
        await migrateAll(this.connection, this.migrations.getContributions());
    }

    async close(): Promise<void> {
        await this.database.close();
        await this.server?.close();
    }
}
