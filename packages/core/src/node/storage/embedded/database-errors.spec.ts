import { describe, expect, it } from 'vitest';
import { DatabaseStartError, explainDatabaseError } from './database-errors';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('an error of the database', () => {
    it.each([
        ['53100', 'disk-full'], ['ENOSPC', 'disk-full'], ['57P01', 'unavailable'], ['08006', 'unavailable'], ['ECONNREFUSED', 'unavailable'],
        ['53300', 'too-many-connections'], ['XX001', 'damaged'], ['28P01', 'access-denied'], ['3D000', 'missing-database']
    ])('%s means %s', (code, trouble) => expect(explainDatabaseError(withCode(code))?.trouble).toBe(trouble));

    it('is recognised by its wording where there is no code', () => {
        expect(explainDatabaseError(new Error('could not write to file "pg_wal/xlogtemp.31": No space left on device'))?.trouble).toBe('disk-full');
        expect(explainDatabaseError(new Error('Connection terminated unexpectedly'))?.trouble).toBe('unavailable');
    });

    it('does not blame the disk for a small shared-memory file system', () => {
        const error = withCode('53100', 'could not resize shared memory segment "/PostgreSQL.1804289383" to 8388608 bytes: No space left on device');
        expect(explainDatabaseError(error)?.trouble).toBe('out-of-memory');
    });

    it('is found among causes and parts', () => {
        expect(explainDatabaseError(new Error('query failed', { cause: withCode('53100') }))?.trouble).toBe('disk-full');
        expect(explainDatabaseError(new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]))?.trouble).toBe('unavailable');
    });

    it('is not explained when it is about the statement', () => {
        expect(explainDatabaseError(withCode('23505', 'duplicate key value violates unique constraint'))).toBeUndefined();
        expect(explainDatabaseError(withCode('42P01', 'relation "x" does not exist'))).toBeUndefined();
        expect(explainDatabaseError('text')).toBeUndefined();
        expect(explainDatabaseError(undefined)).toBeUndefined();
    });

    it('at the start is told in one sentence, with the log under it', () => {
        const error = new DatabaseStartError('The database server does not start.', ['FATAL:  could not write lock file "postmaster.pid": No space left on device']);
        expect(error.message).toMatch(/^The database server does not start\. The disk that holds the database is full\./);
        expect(error.message).toContain('postmaster.pid');
    });
});
