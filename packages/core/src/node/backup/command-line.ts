import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { BlobFailure } from '../blobs/blob-store';
import { FileBlobStore } from '../blobs/file-blob-store';
import { explainDatabaseError } from '../storage/embedded';
import { BackupProblem } from './backup-problem';
import type { Place } from './open-database';
import { productPackages, type ProductPackages } from './product-packages';

/** What both commands are told: which file, and where the data is. */
export interface Command extends Place, ProductPackages {
    readonly archive: string;
    readonly blobs: FileBlobStore;
}

class UsageError extends Error { }

/** Where the person stood who typed the command: npm runs scripts in the repository's folder. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

function readCommand(): Command | 'help' {
    const { values, positionals } = (() => {
        try {
            return parseArgs({ allowPositionals: true, options: { data: { type: 'string' }, 'database-url': { type: 'string' }, help: { type: 'boolean', default: false } } });
        } catch (error) {
            throw new UsageError((error as Error).message);
        }
    })();
    if (values.help) {
        return 'help';
    }
    if (positionals.length !== 1 || values.data === '' || values['database-url'] === '') {
        throw new UsageError(positionals.length > 1 ? 'There is more than one file name.' : 'There is something missing.');
    }
    const dataFolder = values.data === undefined ? path.resolve(process.env.EARSHOT_DATA ?? '.earshot') : path.resolve(typedIn, values.data);
    return {
        ...productPackages(process.env.EARSHOT_PRODUCT ?? process.cwd()), archive: path.resolve(typedIn, positionals[0]!),
        dataFolder, databaseUrl: values['database-url'] ?? (process.env.DATABASE_URL || undefined), blobs: new FileBlobStore({ dataFolder }), log: line => console.log(line)
    };
}

const explain = (error: unknown): string => {
    if (error instanceof BackupProblem) {
        return error.message;
    }
    if (error instanceof BlobFailure && error.code === 'disk-full') {
        return 'The disk is full.';
    }
    return explainDatabaseError(error)?.message ?? (error instanceof Error ? error.message : String(error));
};

/**
 * Runs a command and ends the process with its code, or with 1 and one sentence when it fails, or 2 when it was not understood.
 *
 * @param failed what to say before the reason
 */
export async function runCommand(usage: string, failed: string, carryOut: (command: Command) => Promise<number>): Promise<void> {
    try {
        const command = readCommand();
        if (command === 'help') {
            console.log(usage);
            return;
        }
        process.exitCode = await carryOut(command);
    } catch (error) {
        console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : `${failed} ${explain(error)}`);
        process.exitCode = error instanceof UsageError ? 2 : 1;
    }
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `12.3 MB` */
export const size = (bytes: number): string => {
    const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    return `${power ? (bytes / 1000 ** power).toFixed(1) : bytes} ${units[power]}`;
};
