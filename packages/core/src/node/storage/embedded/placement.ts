import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Account, canEnter, serverAccount } from './account';

/** Where the parts of one embedded server lie. */
export interface Placement {
    /** undefined: PostgreSQL runs under our own account */
    readonly account: Account | undefined;
    /** the folder that holds the cluster and its owner's file */
    readonly home: string;
    /** PostgreSQL's own data folder */
    readonly cluster: string;
    /** for a copy of the programs, when one is needed */
    readonly copies: string;
    /** whether the cluster lies outside the data folder */
    readonly relocated: boolean;
}

interface PlacementRecord {
    readonly home: string;
}

/** System folder for what had to be placed outside a home that only root can enter. */
const systemFolder = process.platform === 'darwin' ? '/usr/local/var/earshot' : '/var/lib/earshot';
const recordFile = 'location.json';
const clusterFolder = 'cluster';

const recordedHome = async (dataFolder: string): Promise<string | undefined> => {
    const file = path.join(dataFolder, recordFile);
    let text: string;
    try {
        text = await fs.readFile(file, 'utf8');
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return undefined;
        }
        throw error;
    }
    const { home } = JSON.parse(text) as PlacementRecord;
    // a vanished database must not be replaced by an empty one
    if (!await fs.stat(home).then(stat => stat.isDirectory(), () => false)) {
        throw new Error(`According to ${file} the database lies in ${home}, but there is nothing. `
            + `Restore that folder, or delete ${file} to begin with an empty database.`);
    }
    return home;
};

const exists = (file: string): Promise<boolean> => fs.stat(file).then(() => true, () => false);

const newHome = async (dataFolder: string, account: Account): Promise<string> => {
    await fs.mkdir(systemFolder, { recursive: true, mode: 0o755 });
    const home = await fs.mkdtemp(path.join(systemFolder, `${path.basename(path.dirname(dataFolder))}-`));
    await fs.chmod(home, 0o711);
    if (!await canEnter(account, home)) {
        throw new Error(`The account ${account.name}, which PostgreSQL would run under, can enter neither ${dataFolder} nor ${systemFolder}. `
            + 'Choose a data folder that it can enter (--data), or start Earshot from an ordinary account.');
    }
    const record: PlacementRecord = { home };
    await fs.writeFile(path.join(dataFolder, recordFile), JSON.stringify(record));
    return home;
};

/**
 * Decides where the cluster lies: in the data folder, or, when PostgreSQL has to run under an account that cannot enter
 * it, in a system folder which the data folder then records.
 *
 * @param dataFolder an existing folder without symbolic links in its path
 */
export const placementFor = async (dataFolder: string): Promise<Placement> => {
    const recorded = await recordedHome(dataFolder);
    const inside = path.join(dataFolder, clusterFolder);
    const account = await serverAccount(path.join(recorded ?? dataFolder, clusterFolder));
    const at = (home: string): Placement => ({
        account, home, cluster: path.join(home, clusterFolder), relocated: home !== dataFolder,
        copies: account ? systemFolder : path.join(home, 'programs')
    });
    if (recorded !== undefined) {
        return at(recorded);
    }
    if (account === undefined || await canEnter(account, dataFolder)) {
        return at(dataFolder);
    }
    if (await exists(inside)) {
        throw new Error(`The account ${account.name}, which owns the database in ${inside}, can no longer enter ${dataFolder}. Let it in ("chmod o+x" on the folders above).`);
    }
    return at(await newHome(dataFolder, account));
};
