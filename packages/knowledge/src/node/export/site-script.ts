import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const required = /\brequire\("([^"]+)"\)/g;

/**
 * The search of the static pages as one script: the modules of `@earshot/search` that it needs and lunr, as they are installed, each as a function in one
 * table. The pages are opened from a disk, where a browser loads neither modules nor data by itself.
 */
export async function siteSearchScript(): Promise<string> {
    const packageFile = createRequire(__filename).resolve('@earshot/search/package.json');
    const from = createRequire(packageFile);
    const entry = join(dirname(packageFile), 'lib/lunr/static-index.js');
    const modules = new Map<string, string>();
    const take = async (file: string): Promise<void> => {
        if (modules.has(file)) {
            return;
        }
        const source = await readFile(file, 'utf8');
        const needs = [...new Set([...source.matchAll(required)].map(each => each[1]!))];
        const files = new Map(needs.map(each => [each, each.startsWith('.') ? `${join(dirname(file), each)}.js` : from.resolve(each)]));
        modules.set(file, source.replace(required, (_whole, name: string) => `require(${JSON.stringify(key(files.get(name)!))})`).replace(/^\/\/# sourceMappingURL=.*$/m, ''));
        for (const each of files.values()) {
            await take(each);
        }
    };
    const key = (file: string): string => relative(dirname(packageFile), file);
    await take(entry);
    const table = [...modules].map(([file, source]) => `${JSON.stringify(key(file))}: function (module, exports, require) {\n${source}\n}`).join(',\n');
    return `(function () { var modules = {${table}}, loaded = {};
function require(name) { if (!loaded[name]) { var module = loaded[name] = { exports: {} }; modules[name].call(module.exports, module, module.exports, require); } return loaded[name].exports; }
window.openStaticIndex = require(${JSON.stringify(key(entry))}).openStaticIndex; })();
`;
}
