/**
 * Plugins for esbuild that leave out what libraries would bring into the browser and the product never uses.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

const repository = path.join(import.meta.dirname, '..', '..');

const textLiteral = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** As Theia compares texts (Localization.normalize): without the marks of access keys. */
const normalized = text => text.replace(/&/g, '');
const unescaped = text => text.replace(/\\(.)/gs, (_, letter) => letter === 'n' ? '\n' : letter);

const scripts = async folder => {
    const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter(each => each.isFile() && each.name.endsWith('.js')).map(each => path.join(each.parentPath, each.name));
};

const textsIn = async files => {
    const found = new Set();
    for (const file of files) {
        for (const [, single, double, template] of (await fs.readFile(file, 'utf8')).matchAll(textLiteral)) {
            const text = normalized(unescaped(single ?? double ?? template));
            found.add(text).add(text.toUpperCase());
        }
    }
    return found;
};

/**
 * Theia finds the translation of an English text by way of a list of all 15,000 texts of VS Code, two megabytes long. Only
 * those that some program text here mentions can ever be asked for.
 */
export const knownTranslations = () => ({
    name: 'known-translations',
    setup(build) {
        build.onLoad({ filter: /nls\.metadata\.json$/ }, async ({ path: file }) => {
            const packages = (await fs.readdir(path.join(repository, 'packages'))).map(each => path.join(repository, 'packages', each, 'lib'));
            const libraries = [path.join(path.dirname(file), '..', '..', '..', 'lib'), ...packages];
            const folders = libraries.flatMap(each => [path.join(each, 'browser'), path.join(each, 'common')]);
            const mentioned = await textsIn((await Promise.all(folders.map(scripts))).flat());
            const { keys, messages } = JSON.parse(await fs.readFile(file, 'utf8'));
            const kept = { keys: {}, messages: {} };
            for (const [module, texts] of Object.entries(messages)) {
                const indices = texts.map((_, index) => index).filter(index => mentioned.has(normalized(texts[index])));
                if (indices.length > 0) {
                    kept.keys[module] = indices.map(index => keys[module][index]);
                    kept.messages[module] = indices.map(index => texts[index]);
                }
            }
            return { contents: JSON.stringify(kept), loader: 'json' };
        });
    }
});

/** Fonts become files, which a browser loads when it needs one, and not text within the style sheet. */
export const fontFiles = () => ({
    name: 'font-files',
    setup(build) {
        build.onLoad({ filter: /\.(ttf|woff2?|eot)$|webfont\.svg$/ }, async ({ path: file }) => ({ contents: await fs.readFile(file), loader: 'file' }));
    }
});

/** The browser itself reads every text encoding of the web and writes UTF-8, which is all that a page of ours needs. */
const encodingsOfTheBrowser = `
const known = encoding => { try { return new TextDecoder(encoding); } catch { return undefined; } };
const decoderFor = encoding => { const found = known(encoding); if (!found) { throw new Error('Unknown text encoding: ' + encoding); } return found; };
const written = (text, { addBOM } = {}) => new TextEncoder().encode(addBOM ? '\\uFEFF' + text : text);
const onlyUnicode = encoding => { if (!/^utf-?8$/i.test(encoding)) { throw new Error('A browser writes UTF-8 only, not ' + encoding); } };
exports.encodingExists = encoding => known(encoding) !== undefined;
exports.decode = (bytes, encoding) => decoderFor(encoding).decode(bytes);
exports.encode = (text, encoding, options) => { onlyUnicode(encoding); return written(text, options); };
exports.getDecoder = encoding => { const decoder = decoderFor(encoding); return { write: bytes => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }; };
exports.getEncoder = (encoding, options) => { onlyUnicode(encoding); let rest = options; return { write: text => { const bytes = written(text, rest); rest = undefined; return bytes; }, end: () => undefined }; };
exports.detect = () => undefined;
`;

const standIns = 'stand-in';

/**
 * Leaves out what Theia carries for editing any file: tables of a hundred text encodings, guessing among them, and a
 * catalogue of JSON schemas. The product edits no files in the browser.
 */
export const noFileEditing = () => ({
    name: 'no-file-editing',
    setup(build) {
        build.onResolve({ filter: /^(iconv-lite|jschardet)$/ }, ({ path: name }) => ({ path: name, namespace: standIns }));
        build.onLoad({ filter: /.*/, namespace: standIns }, () => ({ contents: encodingsOfTheBrowser, loader: 'js' }));
        build.onLoad({ filter: /[\\/]browser[\\/]catalog\.json$/ }, () => ({ contents: '{"schemas":[]}', loader: 'json' }));
    }
});

/** zod words its messages in fifty languages; the product's own are in three. */
export const languagesOfChecks = () => ({
    name: 'languages-of-checks',
    setup(build) {
        const kept = new Set(['en', 'zh-CN', 'zh-TW', 'index']);
        build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/][^\\/]+$/ }, ({ path: file }) =>
            kept.has(path.parse(file).name) ? undefined : { contents: 'exports.default = () => ({});', loader: 'js' });
    }
});
