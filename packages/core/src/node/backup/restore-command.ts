/** `npm run restore`: puts a backup into an empty place. */
import 'reflect-metadata';
import { runCommand, size } from './command-line';
import { openForRestore } from './open-database';
import { restore } from './restore';

const usage = `Restores a backup into an empty data folder and an empty database: all of it, or nothing.

  npm run restore -- FILE [--data DIR] [--database-url postgres://…]

--data          the data folder to fill (.earshot in the repository); it must be new or empty
--database-url  a PostgreSQL server instead of the embedded one; or the environment variable DATABASE_URL

Before anything is changed the whole file is read and checked. The database is brought to today’s shape when Earshot starts.`;

const number = (value: number): string => value.toLocaleString('en');

void runCommand(usage, 'Nothing was restored.', async command => {
    const { manifest, audit, endedJobs } = await restore({ ...command, source: command.archive, packages: command.migrations, open: () => openForRestore(command), now: new Date() });
    const rows = manifest.tables.reduce((sum, each) => sum + each.rows, 0);
    command.log(`Restored the backup of ${manifest.madeAt}: ${number(rows)} rows of ${manifest.tables.length} tables, ${number(manifest.blobs.count)} blobs (${size(manifest.blobs.bytes)}) and ${manifest.files.length} other files; every hash is as it was.`);
    command.log(audit.valid ? `The audit log’s chain of ${number(audit.sealed)} entries holds.` : `The audit log’s chain of hashes is broken after entry ${audit.sealed}, as it was when the backup was made.`);
    if (endedJobs > 0) {
        command.log(`${endedJobs} jobs that were waiting or running have ended as interrupted; start them again where they are still wanted.`);
    }
    const lost = manifest.blobs.missing.length + manifest.blobs.damaged.length;
    if (lost > 0) {
        command.log(`${lost} blobs had been lost before the backup was made, and are not here either.`);
    }
    return 0;
});
