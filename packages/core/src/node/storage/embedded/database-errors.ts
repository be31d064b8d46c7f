/** What is wrong, for whoever has to decide what to do or how to word it. */
export type DatabaseTrouble =
    'disk-full' | 'out-of-memory' | 'too-many-connections' | 'unavailable' | 'damaged' | 'read-only' | 'access-denied' | 'missing-database';

export interface DatabaseExplanation {
    readonly trouble: DatabaseTrouble;
    /** one or two English sentences: what happened and what to do */
    readonly message: string;
    /** the same request may succeed later without anybody doing anything */
    readonly temporary: boolean;
}

const explanations: Readonly<Record<DatabaseTrouble, DatabaseExplanation>> = {
    'disk-full': { trouble: 'disk-full', temporary: false, message: 'The disk that holds the database is full. What was saved is safe; free some space, then try again.' },
    'out-of-memory': { trouble: 'out-of-memory', temporary: true, message: 'The database has run out of memory. Give the machine more, or let fewer people work at once.' },
    'too-many-connections': { trouble: 'too-many-connections', temporary: true, message: 'The database has no free connection. Try again in a moment.' },
    'unavailable': { trouble: 'unavailable', temporary: true, message: 'The database is starting, stopping or out of reach. Try again in a moment.' },
    'damaged': { trouble: 'damaged', temporary: false, message: 'The database files are damaged. Stop Earshot, check the disk and restore a backup.' },
    'read-only': { trouble: 'read-only', temporary: false, message: 'The database cannot be written to. Check that its disk is not mounted read-only.' },
    'access-denied': { trouble: 'access-denied', temporary: false, message: 'The database refused the account or password. Check DATABASE_URL.' },
    'missing-database': { trouble: 'missing-database', temporary: false, message: 'The server has no database of that name. Create it, or correct DATABASE_URL.' }
};

/** SQLSTATE codes and classes, see the PostgreSQL manual, appendix A. */
const byState: readonly (readonly [prefix: string, DatabaseTrouble])[] = [
    ['53100', 'disk-full'], ['53200', 'out-of-memory'], ['53300', 'too-many-connections'],
    ['57P01', 'unavailable'], ['57P02', 'unavailable'], ['57P03', 'unavailable'], ['08', 'unavailable'],
    ['XX001', 'damaged'], ['XX002', 'damaged'], ['25006', 'read-only'], ['28', 'access-denied'], ['3D000', 'missing-database']
];

/** Codes that Node gives to failed system calls. */
const bySystemCode: Readonly<Record<string, DatabaseTrouble>> = {
    ENOSPC: 'disk-full', EDQUOT: 'disk-full', EROFS: 'read-only',
    ECONNREFUSED: 'unavailable', ECONNRESET: 'unavailable', EPIPE: 'unavailable', ETIMEDOUT: 'unavailable', EHOSTUNREACH: 'unavailable', ENOTFOUND: 'unavailable'
};

/** Wordings of PostgreSQL's log and of the driver, which come without a code. */
const byWording: readonly (readonly [RegExp, DatabaseTrouble])[] = [
    [/No space left on device|Disk quota exceeded/, 'disk-full'],
    [/Read-only file system/, 'read-only'],
    [/Cannot allocate memory|out of memory/, 'out-of-memory'],
    [/Connection terminated|the database system is (starting up|shutting down|in recovery mode)|timeout exceeded when trying to connect/, 'unavailable'],
    [/invalid page in block|could not locate a valid checkpoint record|invalid checkpoint record/, 'damaged']
];

const troubleOf = (code: string, message: string, call: string): DatabaseTrouble | undefined => {
    // parallel queries share memory through a file system of its own, which containers often make tiny
    if (/shared memory segment/.test(message) && /No space left/.test(message)) {
        return 'out-of-memory';
    }
    if (code === 'ENOENT' && call === 'connect') {
        return 'unavailable';
    }
    return byState.find(([prefix]) => /^[0-9A-Z]{5}$/.test(code) && code.startsWith(prefix))?.[1]
        ?? bySystemCode[code]
        ?? byWording.find(([wording]) => wording.test(message))?.[1];
};

/**
 * Explains an error of the database, its driver, or the file system under it.
 *
 * @param error anything thrown; its causes and, of an AggregateError, its parts are looked at too
 * @returns undefined when the error is not about the state of the database (a broken constraint, a programming error)
 */
export const explainDatabaseError = (error: unknown): DatabaseExplanation | undefined => {
    if (typeof error !== 'object' || error === null) {
        return undefined;
    }
    const { code, message, syscall, cause, errors } = error as { code?: unknown; message?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown };
    const trouble = troubleOf(typeof code === 'string' ? code : '', typeof message === 'string' ? message : '', typeof syscall === 'string' ? syscall : '');
    if (trouble) {
        return explanations[trouble];
    }
    for (const each of [cause, ...(Array.isArray(errors) ? errors as unknown[] : [])]) {
        const found = explainDatabaseError(each);
        if (found) {
            return found;
        }
    }
    return undefined;
};

/** The embedded server could not be created or started, or stopped for good. */
export class DatabaseStartError extends Error {
    override readonly name = 'DatabaseStartError';

    /**
     * @param what what was attempted, a sentence
     * @param serverLog the last lines that PostgreSQL wrote
     */
    constructor(what: string, readonly serverLog: readonly string[]) {
        const log = serverLog.join('\n');
        const known = explainDatabaseError({ message: log });
        super(`${what} ${known ? known.message : 'PostgreSQL says:'}${log ? `\n${log}` : ''}`);
    }
}
