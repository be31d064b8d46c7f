import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { compile } from './building.mjs';
import { isFresh } from './freshness.mjs';
import { ensureInstalled } from './installation.mjs';
import { inRepository, pinnedNode, product } from './repository.mjs';

/**
 * Runs a program of one of the packages on the Node of this repository, with the arguments of this process, after what is needed
 * for that was installed and compiled. It is told where the product and its usual data folder are, and stands where the person
 * stood who typed the command, so that file names are meant as typed. Ends with its exit code.
 *
 * @param {string} file the compiled program, from the repository's folder
 */
export const runProgram = async file => {
    try {
        await ensureInstalled(line => console.log(line));
        await (await isFresh() ? undefined : compile());
        const environment = { ...process.env, NODE_ENV: 'production', EARSHOT_PRODUCT: product, EARSHOT_DATA: process.env.EARSHOT_DATA ?? inRepository('.earshot') };
        const child = spawn(pinnedNode, [inRepository(file), ...process.argv.slice(2)], { env: environment, cwd: process.env.INIT_CWD ?? process.cwd(), stdio: 'inherit' });
        process.exitCode = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code));
        });
    } catch (error) {
        console.error(error.message);
        process.exitCode = 1;
    }
};
