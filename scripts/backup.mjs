/** npm run backup: everything that must not be lost, in one file (npm run backup -- --help). */
import { runProgram } from './prepare/program.mjs';

await runProgram('packages/core/lib/node/backup/backup-command.js');
