import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type ArchiveEntry, readArchive } from './archive-reader';
import { BackupProblem } from './backup-problem';
import { backupFormat, blobPrefix, filePrefix, type Manifest, manifest, manifestHashName, manifestName, mark, markName, partName } from './manifest';

/** Descriptions are small; this is far more than any. */
const longestText = 1 << 28;

interface Content { readonly bytes: number; readonly sha256: string }

/**
 * Reads a whole archive, byte by byte, and changes nothing.
 *
 * @returns what it holds, which all agrees with its manifest
 * @throws BackupProblem that says what is wrong with it
 */
export async function checkArchive(file: string): Promise<Manifest> {
    const contents = new Map<string, Content>();
    const blobs = { count: 0, bytes: 0, damaged: [] as string[] };
    let described: Manifest | undefined;
    let describedBy: string | undefined;
    let first = true;
    for await (const entry of readArchive(file)) {
        if (first && entry.name !== markName) {
            throw new BackupProblem('This file is not a backup made by Earshot.');
        }
        first = false;
        if (entry.name === markName) {
            refuseOthers(read(mark, (await textOf(entry)).text).format);
        } else if (entry.name === manifestName) {
            const { text, sha256 } = await textOf(entry);
            described = read(manifest, text);
            describedBy = sha256;
        } else if (entry.name === manifestHashName) {
            if ((await textOf(entry)).text.trim() !== describedBy) {
                throw new BackupProblem('The list of the archive’s contents was changed after the backup.');
            }
            describedBy = undefined;
        } else if (entry.name.startsWith(blobPrefix)) {
            const { bytes, sha256 } = await hashOf(entry);
            const hash = entry.name.slice(blobPrefix.length);
            blobs.count += 1;
            blobs.bytes += bytes;
            blobs.damaged.push(...sha256 === hash ? [] : [hash]);
        } else {
            contents.set(entry.name, await hashOf(entry));
        }
    }
    if (!described || describedBy !== undefined) {
        throw new BackupProblem('The archive is incomplete: the list of its contents is missing.');
    }
    compare(described, contents, blobs);
    return described;
}

const refuseOthers = (format: number): void => {
    if (format !== backupFormat) {
        throw new BackupProblem(`This backup has format ${format}, and this Earshot reads format ${backupFormat}. Restore it with the Earshot that made it.`);
    }
};

const read = <T extends z.ZodType>(shape: T, text: string): z.infer<T> => {
    try {
        return shape.parse(JSON.parse(text));
    } catch {
        throw new BackupProblem('The archive is damaged: its description cannot be read.');
    }
};

async function hashOf({ bytes, content }: ArchiveEntry): Promise<Content> {
    const hash = createHash('sha256');
    for await (const chunk of content) {
        hash.update(chunk);
    }
    return { bytes, sha256: hash.digest('hex') };
}

async function textOf({ name, bytes, content }: ArchiveEntry): Promise<{ text: string; sha256: string }> {
    if (bytes > longestText) {
        throw new BackupProblem(`The archive is damaged: ${name} is too long.`);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of content) {
        chunks.push(chunk);
    }
    const all = Buffer.concat(chunks);
    return { text: all.toString(), sha256: createHash('sha256').update(all).digest('hex') };
}

/** Every content that the manifest lists, and nothing else. */
function compare(listed: Manifest, contents: ReadonlyMap<string, Content>, blobs: { readonly count: number; readonly bytes: number; readonly damaged: readonly string[] }): void {
    const expected = new Map<string, Content>([
        ...listed.tables.flatMap(table => table.parts.map((part, index) => [partName(table.name, index), part] as const)),
        ...listed.files.map(each => [filePrefix + each.name, each] as const)
    ]);
    for (const [name, { bytes, sha256 }] of expected) {
        const found = contents.get(name);
        if (!found) {
            throw new BackupProblem(`The archive is incomplete: ${name} is missing.`);
        }
        if (found.bytes !== bytes || found.sha256 !== sha256) {
            throw new BackupProblem(`The archive is damaged: ${name} is not what was backed up (its hash is another).`);
        }
    }
    const stranger = [...contents.keys()].find(each => !expected.has(each));
    if (stranger !== undefined) {
        throw new BackupProblem(`The archive holds ${stranger}, which is not in its list of contents.`);
    }
    const damaged = blobs.damaged.find(each => !listed.blobs.damaged.includes(each));
    if (damaged !== undefined) {
        throw new BackupProblem(`The archive is damaged: the blob ${damaged} is not what was backed up (its hash is another).`);
    }
    if (blobs.count !== listed.blobs.count || blobs.bytes !== listed.blobs.bytes) {
        throw new BackupProblem(`The archive is incomplete: it holds ${blobs.count} of ${listed.blobs.count} blobs.`);
    }
}
