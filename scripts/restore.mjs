/** npm run restore: puts a backup into an empty place (npm run restore -- --help). */
import { runProgram } from './prepare/program.mjs';

await runProgram('packages/core/lib/node/backup/restore-command.js');
