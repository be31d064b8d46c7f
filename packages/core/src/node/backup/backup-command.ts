/** `npm run backup`: everything that must not be lost, in one file. */
import 'reflect-metadata';
import { backUp } from './backup';
import { runCommand, size } from './command-line';
import type { Manifest } from './manifest';
import { openForBackup } from './open-database';

const usage = `Backs up the database, the recordings and the other files of an Earshot into one file. The server may go on working.

  npm run backup -- [--data DIR] [--database-url postgres://…] FILE.tar.gz

FILE            ends with .tar.gz, or with .tar for one that is not compressed (recordings hardly get smaller)
--data          the data folder (.earshot in the repository)
--database-url  the PostgreSQL server, where it is not the embedded one; or the environment variable DATABASE_URL

The file holds everything that people have entered, and the hashes of their passwords: keep it as safe as the database.`;

const number = (value: number): string => value.toLocaleString('en');

/** What is wrong with the data themselves, which a backup can only hand on. */
const warnings = ({ blobs, audit }: Manifest): string[] => [
    ...blobs.missing.length > 0 ? [`${blobs.missing.length} blobs are missing from the blob store: ${blobs.missing.slice(0, 5).join(', ')}${blobs.missing.length > 5 ? ' …' : ''}`] : [],
    ...blobs.damaged.length > 0 ? [`${blobs.damaged.length} blobs are damaged: ${blobs.damaged.slice(0, 5).join(', ')}${blobs.damaged.length > 5 ? ' …' : ''}`] : [],
    ...audit.valid ? [] : [`The audit log’s chain of hashes is broken after entry ${audit.sealed}.`]
];

void runCommand(usage, 'There is no backup.', async command => {
    const { connection, close } = await openForBackup(command);
    try {
        const { manifest, bytes } = await backUp({ ...command, connection, packages: command.migrations, target: command.archive, product: command.version, now: new Date() });
        const rows = manifest.tables.reduce((sum, each) => sum + each.rows, 0);
        command.log(`Backed up ${number(rows)} rows of ${manifest.tables.length} tables, ${number(manifest.blobs.count)} blobs (${size(manifest.blobs.bytes)}) and ${manifest.files.length} other files`);
        manifest.leftOut.forEach(({ schema, reason }) => command.log(`Left out: ${schema} (${reason})`));
        command.log(`${command.archive}  ${size(bytes)}`);
        const problems = warnings(manifest);
        problems.forEach(each => console.error(`Warning: ${each}`));
        return problems.length > 0 ? 1 : 0;
    } finally {
        await close();
    }
});
