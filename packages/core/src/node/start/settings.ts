import { resolve } from 'node:path';
import { injectable } from '@theia/core/shared/inversify';
import { networksOf } from '../http/client-address';

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** How this back end was started: read once from the environment that the start command sets. */
@injectable()
export class Settings {
    /** Holds the embedded database, the blobs and whatever else must survive a restart. */
    readonly dataFolder = resolve(process.env.EARSHOT_DATA ?? '.earshot');
    readonly databaseUrl = process.env.DATABASE_URL || undefined;
    /** Load the sample centre into an empty database. */
    readonly sampleWanted = process.env.EARSHOT_SAMPLE === '1';
    readonly host = process.env.EARSHOT_HOST ?? '127.0.0.1';
    readonly port = Number(process.env.EARSHOT_PORT ?? 3000);
    /** The address under which people reach this server, where it is not the one it binds to. */
    readonly publicUrl = readAddress(process.env.EARSHOT_PUBLIC_URL);
    readonly ffmpeg = process.env.EARSHOT_FFMPEG || undefined;

    /** Addresses and networks of the proxies in front: only what they write into X-Forwarded-For is believed. */
    readonly trustedProxies: readonly string[] = (process.env.EARSHOT_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean);

    /** What the key is derived from with which secrets are kept; without it the key lies in the data folder. */
    readonly secret = process.env.EARSHOT_SECRET || undefined;

    /** @throws Error saying what to set instead, where the server could not do its work with what it was given. */
    check(): void {
        if (!this.onLoopback && !this.publicUrl) {
            throw new Error(`This server is to listen on ${this.host}, where others reach it, so it must know the address under which they do: `
                + 'set EARSHOT_PUBLIC_URL, for example EARSHOT_PUBLIC_URL=https://earshot.example.org. It answers under no other name.');
        }
        if (!networksOf(this.trustedProxies)) {
            throw new Error(`EARSHOT_TRUSTED_PROXIES must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, not "${this.trustedProxies.join(', ')}".`);
        }
    }

    get onLoopback(): boolean {
        return loopback.has(this.host);
    }

    /** The address to print and to put into one-time links. */
    get address(): string {
        return this.publicUrl?.origin ?? `http://${this.host.includes(':') ? `[${this.host}]` : this.host}:${this.port}`;
    }

    /** Whether a Host header names this server. */
    isOwnHost(host: string | undefined): boolean {
        const name = hostName(host);
        return name !== undefined && (isLoopbackHost(host) || name === this.publicUrl?.hostname);
    }
}

/** @throws Error that says what an address looks like. */
const readAddress = (text: string | undefined): URL | undefined => {
    if (!text) {
        return undefined;
    }
    if (!/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) {
        throw new Error(`EARSHOT_PUBLIC_URL must be an address such as https://earshot.example.org, not "${text}".`);
    }
    return new URL(text);
};

const hostName = (host: string | undefined): string | undefined => {
    try {
        return host ? new URL(`http://${host}`).hostname : undefined;
    } catch {
        return undefined;
    }
};

/** Whether a Host header names the loopback interface. */
export const isLoopbackHost = (host: string | undefined): boolean => loopback.has(hostName(host) ?? '');
