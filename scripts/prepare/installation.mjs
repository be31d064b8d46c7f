/** Whether node_modules holds what package-lock.json asks for, and the command that makes it so. */
import * as fs from 'node:fs/promises';
import { run } from './command.mjs';
import { inRepository, pinnedNode } from './repository.mjs';

const readJson = async file => JSON.parse(await fs.readFile(file, 'utf8'));

/**
 * npm writes this list when an installation is complete. It lacks the packages that are for other platforms, which the
 * lock file marks as optional.
 */
const installedList = inRepository('node_modules', '.package-lock.json');

export const isInstalled = async () => {
    try {
        const [wanted, installed] = await Promise.all([readJson(inRepository('package-lock.json')), readJson(installedList)]);
        await fs.access(pinnedNode, fs.constants.X_OK);
        const inFolder = name => name.includes('node_modules/');
        const listed = Object.entries(installed.packages);
        return Object.entries(wanted.packages).filter(([name]) => inFolder(name)).every(([name, { version, optional }]) =>
            installed.packages[name] ? installed.packages[name].version === version : optional === true)
            && listed.filter(([name]) => inFolder(name)).every(([name]) => wanted.packages[name] !== undefined);
    } catch (error) {
        if (error.code === 'ENOENT' || error.code === 'EACCES' || error instanceof SyntaxError) {
            return false;
        }
        throw error;
    }
};

/** The npm that started us, or the machine's. */
const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];

/** @param {(line: string) => void} log */
export const ensureInstalled = async log => {
    if (await isInstalled()) {
        return;
    }
    log('Installing the packages of package-lock.json; this takes a minute or two, once …');
    const [command, args] = npm;
    // the tools to build with are development dependencies, which a machine set up for production would leave out
    await run(command, [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
    await fs.access(pinnedNode, fs.constants.X_OK).catch(() => {
        throw new Error(`The installation brought no Node (${pinnedNode}). Does npm leave out install scripts here? Try "npm config delete ignore-scripts", then start again.`);
    });
};
