/** The browser that the browser tests drive: Debian's Chromium, or whatever CHROME_PATH names. */
import * as fs from 'node:fs/promises';
import { run } from '../prepare/command.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isProgram = file => fs.access(file, fs.constants.X_OK).then(() => true, () => false);

const found = async () => {
    for (const each of places) {
        if (await isProgram(each)) {
            return each;
        }
    }
    return undefined;
};

const install = async log => {
    if (process.getuid?.() !== 0 || !await isProgram('/usr/bin/apt-get')) {
        throw new Error('The browser tests need Chromium and fonts for Chinese. On Debian: "sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk". '
            + 'Elsewhere install Chromium or Chrome and set CHROME_PATH to the program.');
    }
    log('Installing Chromium and fonts for Chinese …');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { environment });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { environment });
};

/** @returns the path of the browser's program */
export const ensureBrowser = async log => {
    const given = process.env.CHROME_PATH;
    if (given) {
        if (!await isProgram(given)) {
            throw new Error(`CHROME_PATH names ${given}, which is no program.`);
        }
        return given;
    }
    if (await found() === undefined) {
        await install(log);
    }
    const browser = await found();
    if (browser === undefined) {
        throw new Error('The installation of Chromium brought none.');
    }
    return browser;
};
