/**
 * Bundles the product; run by `theia build`, which leaves a file alone that mentions gen-esbuild.
 *
 * Front end: ES modules, so that a page is loaded when it is first opened; names carry a hash of the content, so that a
 * browser may keep them for good; compressed copies lie beside the files. Back end: one file.
 */
import * as path from 'node:path';
import esbuild from 'esbuild';
import { publishFrontend } from '../../scripts/bundle/publish-frontend.mjs';
import { fontFiles, knownTranslations, languagesOfChecks, noFileEditing } from '../../scripts/bundle/left-out.mjs';
import { browserOptions } from './gen-esbuild.browser.mjs';
import { nodeOptions } from './gen-esbuild.node.mjs';

/** npm run build -- --development: to be read in the browser's own tools. */
const readable = process.env.EARSHOT_READABLE === '1';
const form = readable ? { minify: false, sourcemap: 'linked' } : {};

/** Nothing of the product moves into a second browser window, so Theia's page for that is left out. */
const { bundle } = browserOptions.entryPoints;
const withoutSecondWindow = browserOptions.plugins.filter(each => each.name !== 'plugin:copy');

/** @type {import('esbuild').BuildOptions} */
const options = {
    ...browserOptions,
    entryPoints: { bundle },
    plugins: [knownTranslations(), noFileEditing(), languagesOfChecks(), fontFiles(), ...withoutSecondWindow],
    format: 'esm',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    metafile: true,
    ...form
};

const { metafile } = await esbuild.build(options);
await publishFrontend({ folder: path.resolve('lib/frontend'), page: path.resolve('src-gen/frontend/index.html'), options, metafile, compress: !readable });

await esbuild.build({
    ...nodeOptions,
    ...form,
    // @earshot/audio starts a worker thread from its own folder; files are served from where two packages are installed; pg asks
    // for a faster native client that we do not carry
    external: [...nodeOptions.external, '@earshot/audio', 'pg-native', '@earshot/core/package.json', 'swagger-ui-dist']
});
