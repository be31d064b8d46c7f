import { inject, injectable } from '@theia/core/shared/inversify';
import { HouseKey } from '../secrets/house-key';
import { isSealed } from '../secrets/sealed-text';
import type { StartTask } from '../start/start-task';
import { Database } from '../storage/database';

const placeOf = (personId: string): string => `webhook of ${personId}`;

/** The secrets with which webhooks are signed, sealed in the database: whoever reads a copy of it cannot sign in the house's name. */
@injectable()
export class WebhookSecrets implements StartTask {
    readonly order = 15;

    constructor(@inject(Database) private readonly database: Database, @inject(HouseKey) private readonly key: Pick<HouseKey, 'seal' | 'unseal'>) { }

    /** Seals those that an earlier version kept in the clear. */
    async run(): Promise<void> {
        const found = await this.database.read().selectFrom('core.notification_choice').select(['person_id', 'webhook_secret']).where('webhook_secret', 'is not', null).execute();
        for (const { person_id: personId, webhook_secret: secret } of found.filter(each => !isSealed(each.webhook_secret ?? ''))) {
            await this.database.read().updateTable('core.notification_choice').set({ webhook_secret: this.seal(personId, secret!) })
                .where('person_id', '=', personId).where('webhook_secret', '=', secret).execute();
        }
    }

    seal(personId: string, secret: string): string {
        return this.key.seal(placeOf(personId), secret);
    }

    /** Undefined where the key is another one than that it was sealed with: the person enters the secret again. */
    open(personId: string, sealed: string | null | undefined): string | undefined {
        return sealed ? this.key.unseal(placeOf(personId), sealed) : undefined;
    }
}
