import * as fs from 'node:fs/promises';
import * as path from 'node:path';

/** What the embedded database notes about the place where it runs; another place has its own. */
const ofThisPlace = /^(location|socket|owner)(\.\d+)?\.json/;
/** Backups that somebody keeps there. */
const archive = /\.(tar|tar\.gz|tgz)(\.unfinished)?$/i;

const entriesOf = (folder: string) => fs.readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
        return [];
    }
    throw error;
});

/** Files, such as secrets, that packages keep right in the data folder because they must survive a restart. By name. */
export async function ownFiles(dataFolder: string): Promise<string[]> {
    return (await entriesOf(dataFolder)).filter(each => each.isFile() && !ofThisPlace.test(each.name) && !archive.test(each.name)).map(each => each.name).sort();
}

/** Whether there is no file anywhere below a folder, or no such folder. */
export async function isEmptyBelow(folder: string): Promise<boolean> {
    for (const each of await entriesOf(folder)) {
        if (!each.isDirectory() || !await isEmptyBelow(path.join(folder, each.name))) {
            return false;
        }
    }
    return true;
}
