/** npm run import: sends calls in bulk to a running product, by the same public interface as everybody else. */
import { spawn } from 'node:child_process';
import { ensureBuilt } from './prepare/building.mjs';
import { ensureInstalled } from './prepare/installation.mjs';
import { inRepository, pinnedNode } from './prepare/repository.mjs';

await ensureInstalled(console.log);
await ensureBuilt(console.log);
// file names are meant as the person typed them: from the folder where they stood
const child = spawn(pinnedNode, [inRepository('packages', 'quality', 'lib', 'node', 'command', 'import-calls.js'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
child.once('close', code => process.exit(code ?? 1));
