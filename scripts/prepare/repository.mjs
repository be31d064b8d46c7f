/** Where things are in this repository. Runs on Node 20 without installed packages, like everything in this folder. */
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRepository = (...parts) => path.join(repository, ...parts);

export const product = inRepository('examples', 'browser');

/** The Node that the product is built with and runs on, whatever the machine has. */
export const pinnedNode = inRepository('node_modules', 'node', 'bin', 'node');

const binaries = inRepository('node_modules', '.bin');

/** The environment of this process, with the tools and the Node of this repository before the machine's. */
export const toolEnvironment = (additions = {}) => ({ ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}`, ...additions });

/** An installed command-line tool. */
export const tool = name => path.join(binaries, name);
