import { z } from '../../common/api/operation';

/** Raised when an older program could no longer restore what a newer one has written. */
export const backupFormat = 1;

/** The first entry of an archive: by it a program knows at once whether it can read the rest. */
export const markName = 'earshot-backup.json';
export const mark = z.object({ format: z.number(), product: z.string(), madeAt: z.iso.datetime() });

/** The last two entries: what the archive holds, and the hash of that. */
export const manifestName = 'manifest.json';
export const manifestHashName = 'manifest.sha256';

export const partName = (table: string, part: number): string => `tables/${table}/${String(part + 1).padStart(6, '0')}.copy`;
export const blobPrefix = 'blobs/';
export const filePrefix = 'files/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const part = z.object({ bytes: count, sha256 });

export const manifest = mark.extend({
    /** What the database said of itself. */
    server: z.string(),
    packages: z.array(z.object({ schema: z.string(), migrations: z.array(z.string()) })),
    /** In the order of their references: a table after those that it refers to, as far as there are no circles. The text of COPY. */
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count, sha256, parts: z.array(part) })),
    /** Counters, by name: the last number given out, or the first to give out. */
    sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
    /** Blobs lie in the archive under their hash. */
    blobs: z.object({ count, bytes: count, /** Not found when the backup was made. */ missing: z.array(sha256), /** Their bytes were not those that had been put. */ damaged: z.array(sha256) }),
    /** Other files of the data folder. */
    files: z.array(z.object({ name: z.string().regex(/^[^/\\]+$/), bytes: count, sha256 })),
    /** The audit log's chain of hashes, computed when the backup was made. */
    audit: z.object({ valid: z.boolean(), sealed: count, unsealed: count, head: z.string().nullable() }),
    /** What of the database is not here, and why. */
    leftOut: z.array(z.object({ schema: z.string(), reason: z.string() }))
});
export type Manifest = z.infer<typeof manifest>;
export type ManifestTable = Manifest['tables'][number];
