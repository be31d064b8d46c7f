/**
 * Makes of esbuild's output what a browser is served: one style sheet, the page that names the hashed files, compressed
 * copies, and a list of it all. Files of earlier builds are removed.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import esbuild from 'esbuild';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** From 9 upwards a level costs much time and gains little; 11 is for files that are served a thousand times. */
const brotliQuality = 10;
const gzipLevel = 9;
const smallest = 1024;
const compressible = /\.(js|css|html|json|svg|ttf|eot)$/;
const list = 'assets.json';

const shortHash = content => createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();

const exists = file => fs.access(file).then(() => true, () => false);

const filesUnder = async folder =>
    (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter(each => each.isFile()).map(each => path.relative(folder, path.join(each.parentPath, each.name)));

/** The chunks that the entry needs at once, however far down, so that a browser can ask for all of them in one go. */
const neededAtOnce = (metafile, entry) => {
    const seen = new Set();
    const visit = file => metafile.outputs[file].imports.filter(each => each.kind === 'import-statement' && !seen.has(each.path)).forEach(each => {
        seen.add(each.path);
        visit(each.path);
    });
    visit(entry);
    return [...seen];
};

/**
 * Styles that only a later loaded page imports are built, but nothing links them. They are built once more, each once and
 * behind the others, as part of the one style sheet.
 */
const oneStyleSheet = async (folder, metafile, mainFile, options) => {
    const sheets = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.css'));
    const linked = new Set(Object.keys(metafile.outputs[mainFile].inputs));
    const others = new Set(sheets.flatMap(([, { inputs }]) => Object.keys(inputs)).filter(each => !linked.has(each)));
    const late = await esbuild.build({
        ...options, entryPoints: undefined, metafile: false, splitting: false, write: false,
        stdin: { contents: [...others].map(each => `@import ${JSON.stringify(`./${each}`)};`).join('\n'), loader: 'css', resolveDir: process.cwd() }
    });
    const content = await fs.readFile(mainFile, 'utf8') + (late.outputFiles.find(each => each.path.endsWith('.css'))?.text ?? '');
    const name = `bundle-${shortHash(content)}.css`;
    await fs.writeFile(path.join(folder, name), content);
    return { name, merged: sheets.map(([file]) => path.relative(folder, path.resolve(file))).filter(each => each !== name) };
};

/** What comes before anything is drawn: the theme that the person chose last time, and the icon. The server has both beside the bundle. */
const first = ['<link rel="icon" href="/assets/favicon.svg">', '<script src="/assets/appearance.js"></script>'];

const pageWith = (html, script, style, preloads) => {
    const replaced = html
        .replace(/<link rel="stylesheet" href="\.\/bundle\.css">/, [...first, `<link rel="stylesheet" href="./${style}">`, ...preloads.map(each => `<link rel="modulepreload" href="./${each}">`)].join('\n  '))
        .replace(/<script type="text\/javascript" src="\.\/bundle\.js"[^>]*><\/script>/, `<script type="module" src="./${script}"></script>`);
    if (!replaced.includes(`"./${style}"`) || !replaced.includes(`"./${script}"`) || /<script(?![^>]*\ssrc=)/.test(replaced)) {
        throw new Error('The page that Theia generates has changed: its script or style sheet is not where it was.');
    }
    return replaced;
};

/** A hashed name that was compressed before need not be again. */
const compressedCopies = async (folder, name) => {
    const file = path.join(folder, name);
    const content = await fs.readFile(file);
    if (content.length < smallest || !compressible.test(name)) {
        return [];
    }
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: brotliQuality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await Promise.all([
        name !== 'index.html' && await exists(`${file}.br`) || fs.writeFile(`${file}.br`, await brotli(content, { params })),
        name !== 'index.html' && await exists(`${file}.gz`) || fs.writeFile(`${file}.gz`, await gzip(content, { level: gzipLevel }))
    ]);
    return ['.br', '.gz'].map(ending => `${name}${ending}`);
};

const sizesOf = async (folder, name) => {
    const content = await fs.readFile(path.join(folder, name));
    const size = ending => fs.stat(path.join(folder, name + ending)).then(stat => stat.size, () => undefined);
    return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, brotli: await size('.br'), gzip: await size('.gz') };
};

/**
 * @param {{ folder: string, page: string, options: import('esbuild').BuildOptions, metafile: import('esbuild').Metafile, compress: boolean }} build
 *   folder: what is served; page: the page as Theia generated it; options, metafile: of the build; compress: for production
 */
export const publishFrontend = async ({ folder, page, options, metafile, compress }) => {
    const [entryFile, entry] = Object.entries(metafile.outputs).find(([, each]) => each.entryPoint?.endsWith('src-gen/frontend/index.js'));
    const relative = file => path.relative(folder, path.resolve(file));
    const script = relative(entryFile);
    const { name: style, merged } = await oneStyleSheet(folder, metafile, entry.cssBundle, options);
    const preloads = neededAtOnce(metafile, entryFile).map(relative);
    await fs.writeFile(path.join(folder, 'index.html'), pageWith(await fs.readFile(page, 'utf8'), script, style, preloads));

    const built = Object.keys(metafile.outputs).map(relative).filter(each => !merged.includes(each));
    const served = [...new Set([...built, style, 'index.html'])].sort();
    const copies = compress ? (await Promise.all(served.map(each => compressedCopies(folder, each)))).flat() : [];
    const kept = new Set([...served, ...copies, list]);
    await Promise.all((await filesUnder(folder)).filter(each => !kept.has(each)).map(each => fs.rm(path.join(folder, each))));
    const files = Object.fromEntries(await Promise.all(served.map(async each => [each, await sizesOf(folder, each)])));
    await fs.writeFile(path.join(folder, list), `${JSON.stringify({ script, style, preloads, files }, undefined, 2)}\n`);
};
