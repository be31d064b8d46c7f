/** npm run build [-- --development]: compiles every package and bundles the product. */
import { parseArgs } from 'node:util';
import { build } from './prepare/building.mjs';
import { ensureInstalled } from './prepare/installation.mjs';

const log = line => console.log(line);

try {
    const { values } = parseArgs({ options: { development: { type: 'boolean', default: false } } });
    await ensureInstalled(log);
    await build(log, values);
    log('Built.');
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
}
