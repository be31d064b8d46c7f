import { resolve } from 'node:path';
import { injectable } from '@theia/core/shared/inversify';

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
    readonly publicUrl = process.env.EARSHOT_PUBLIC_URL ? new URL(process.env.EARSHOT_PUBLIC_URL) : undefined;
    readonly ffmpeg = process.env.EARSHOT_FFMPEG || undefined;

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
        return name !== undefined && (isLoopbackHost(host) || name === this.publicUrl?.hostname || !this.onLoopback && !this.publicUrl);
    }
}

const hostName = (host: string | undefined): string | undefined => {
    try {
        return host ? new URL(`http://${host}`).hostname : undefined;
    } catch {
        return undefined;
    }
};

/** Whether a Host header names the loopback interface. */
export const isLoopbackHost = (host: string | undefined): boolean => loopback.has(hostName(host) ?? '');
