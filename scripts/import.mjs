/** npm run import: sends calls in bulk to a running product, by the same public interface as everybody else. */
import { runProgram } from './prepare/program.mjs';

await runProgram('packages/quality/lib/node/command/import-calls.js');
