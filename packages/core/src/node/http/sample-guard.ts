import { inject, injectable } from '@theia/core/shared/inversify';
import { Database } from '../storage/database';

/**
 * Knows whether sample accounts exist. Their passwords are printed on a terminal, so while they exist the server
 * answers nobody but this machine.
 */
@injectable()
export class SampleGuard {
    private present = false;

    constructor(@inject(Database) private readonly database: Database) { }

    get active(): boolean {
        return this.present;
    }

    /** Looks again; called at start-up and after the sample centre was loaded or people changed. */
    async refresh(): Promise<boolean> {
        const found = await this.database.read().selectFrom('core.person').select('id').where('sample', '=', true).where('status', '=', 'active').limit(1).executeTakeFirst();
        this.present = !!found;
        return this.present;
    }
}
