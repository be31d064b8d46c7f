import { run } from './command.mjs';
import { isFresh, noting } from './freshness.mjs';
import { product, tool } from './repository.mjs';

/** Compiles what has changed; checks all types. */
export const compile = () => run(tool('tsc'), ['-b']);

/**
 * Always as for production: the start page that Theia generates for development does not load modules that were split.
 *
 * @param {{ development?: boolean }} options development: readable, with source maps, not compressed
 */
const bundle = ({ development = false } = {}) => run(tool('theia'), ['build', '--mode', 'production'], { folder: product, environment: development ? { EARSHOT_READABLE: '1' } : {} });

/**
 * Builds the product.
 *
 * @param {(line: string) => void} log
 * @param {{ development?: boolean }} options
 */
export const build = async (log, options = {}) => noting(async () => {
    log('Compiling …');
    await compile();
    log('Bundling …');
    await bundle(options);
});

/** Builds the product unless it is built from the sources as they are. */
export const ensureBuilt = async log => {
    if (!await isFresh()) {
        await build(log);
    }
};
