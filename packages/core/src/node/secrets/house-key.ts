import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import { Settings } from '../start/settings';
import type { StartTask } from '../start/start-task';
import { seal, unseal } from './sealed-text';

const keyBytes = 32;
const shortestSecret = 32;
export const keyFile = 'secret.key';

/**
 * The key with which secrets are kept in the database: derived from EARSHOT_SECRET (HKDF, RFC 5869), or else random in a file of the data
 * folder that only its owner can read. Several back ends on one database need the same.
 */
@injectable()
export class HouseKey implements StartTask {
    readonly order = 3;
    private key: Buffer | undefined;

    constructor(@inject(Settings) private readonly settings: Pick<Settings, 'dataFolder' | 'secret'>) { }

    /** @throws Error saying what to do where there is a key that cannot be used. */
    async run(): Promise<void> {
        const { secret } = this.settings;
        if (secret !== undefined && secret.length < shortestSecret) {
            throw new Error(`EARSHOT_SECRET needs at least ${shortestSecret} characters, for example what "openssl rand -base64 48" prints.`);
        }
        this.key = secret === undefined ? await this.fromFile() : Buffer.from(hkdfSync('sha256', secret, '', 'earshot secrets at rest', keyBytes));
    }

    seal(place: string, text: string): string {
        return seal(this.opened, place, text);
    }

    /** Undefined for what another key sealed. */
    unseal(place: string, sealed: string): string | undefined {
        return unseal(this.opened, place, sealed);
    }

    /** What proves that a text was there to whoever has it, and the key; without the key a short text cannot be guessed from it (HMAC, RFC 2104). @returns 64 hexadecimal digits */
    fingerprint(place: string, text: string): string {
        return createHmac('sha256', Buffer.from(hkdfSync('sha256', this.opened, '', 'earshot fingerprints', keyBytes))).update(`${place}\0${text}`).digest('hex');
    }

    private async fromFile(): Promise<Buffer> {
        const path = join(this.settings.dataFolder, keyFile);
        await writeFile(path, `${randomBytes(keyBytes).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'EEXIST') {
                throw error;
            }
        });
        await chmod(path, 0o600); // a copy from elsewhere may be open to others
        const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
        if (key.length !== keyBytes) {
            throw new Error(`${path} holds no key. Bring back the one from a backup; or remove the file, and people who use webhooks enter their secrets again.`);
        }
        return key;
    }

    private get opened(): Buffer {
        if (!this.key) {
            throw new Error('The key has not been read yet.');
        }
        return this.key;
    }
}
