/** npm run bench -- NAME [arguments]: measures side by side with other software, see test/bench/NAME.mjs. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { compile } from './prepare/building.mjs';
import { ensureInstalled } from './prepare/installation.mjs';
import { inRepository, pinnedNode } from './prepare/repository.mjs';

const [name, ...args] = process.argv.slice(2);
const names = (await fs.readdir(inRepository('test', 'bench'))).filter(each => each.endsWith('.mjs')).map(each => each.slice(0, -'.mjs'.length));

if (!names.includes(name)) {
    console.error(`Usage: npm run bench -- NAME [arguments], with NAME one of: ${names.join(', ')}`);
    process.exitCode = 2;
} else {
    await ensureInstalled(console.log);
    await compile();
    // folders are meant as the person typed them: from where they stood
    const child = spawn(pinnedNode, ['--max-old-space-size=8192', inRepository('test', 'bench', `${name}.mjs`), ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
    child.once('close', code => process.exit(code ?? 1));
}
