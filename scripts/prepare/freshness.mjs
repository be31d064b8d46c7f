/** Whether the built product is that of the sources as they are now. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { inRepository, product, repository } from './repository.mjs';

const stamp = path.join(product, 'lib', 'built-from');

const workspaces = ['packages', 'examples'];
const unbuilt = new Set(['node_modules', 'lib', 'src-gen']);
/** Tests are compiled along, but nothing of them is in the product. */
const test = /\.(spec|it|e2e)\.tsx?$/;
const generated = /^gen-esbuild\./;

const filesUnder = async folder => {
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    const found = await Promise.all(entries.map(async each => {
        const file = path.join(folder, each.name);
        if (each.isDirectory()) {
            return unbuilt.has(each.name) || each.name.startsWith('.') ? [] : filesUnder(file);
        }
        return test.test(each.name) || generated.test(each.name) ? [] : [file];
    }));
    return found.flat();
};

const digestOf = async () => {
    const folders = await Promise.all([...workspaces, 'configs', path.join('scripts', 'bundle')].map(each => filesUnder(inRepository(each))));
    const files = [...folders.flat(), ...['package.json', 'package-lock.json', 'tsconfig.json'].map(each => inRepository(each))].sort();
    const digest = createHash('sha256');
    for (const file of files) {
        digest.update(path.relative(repository, file)).update('\0').update(await fs.readFile(file)).update('\0');
    }
    return digest.digest('hex');
};

const outputs = [path.join(product, 'lib', 'backend', 'main.js'), path.join(product, 'lib', 'frontend', 'index.html')];

export const isFresh = async () => {
    const present = await Promise.all(outputs.map(each => fs.access(each).then(() => true, () => false)));
    const built = await fs.readFile(stamp, 'utf8').catch(() => undefined);
    return present.every(Boolean) && built === await digestOf();
};

/** Runs a build and notes what it was made from. A build that fails, or during which a file changes, is not noted. */
export const noting = async build => {
    const before = await digestOf();
    await fs.rm(stamp, { force: true });
    await build();
    if (await digestOf() === before) {
        await fs.mkdir(path.dirname(stamp), { recursive: true });
        await fs.writeFile(stamp, before);
    }
};
