import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '..', '..', '..');

/** Milliseconds that a first start with the sample centre may take on a slow machine. */
const startLimit = 420_000;
const stopLimit = 60_000;

export interface ProductOptions {
    /** With the sample centre; otherwise with an empty database. */
    readonly sample: boolean;
}

/** The product as people run it: the built back end on a port of its own, with a data folder that lives as long as it does. */
export interface Product {
    /** `http://127.0.0.1:port` */
    readonly url: string;
    readonly dataFolder: string;
    /** What it has printed so far. */
    output(): string;
    /** Ends it and removes its data. */
    stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
};

const temporaryFolder = async (): Promise<string> => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-e2e-'));
    // where root runs the tests, the database belongs to another account, which has to pass through
    await fs.chmod(folder, 0o711);
    return folder;
};

const exitOf = (child: ChildProcess): Promise<unknown> => child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();

const end = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), stopLimit);
    await exitOf(child);
    clearTimeout(forced);
};

/** Resolves when the product says that it is ready. @throws with what it printed, if it ends or says nothing for too long. */
const readiness = (child: ChildProcess, output: () => string): Promise<void> => new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`The product ${reason}.\n${output()}`));
    const late = setTimeout(() => fail('did not become ready in time'), startLimit);
    child.once('exit', code => { clearTimeout(late); fail(`ended with ${code} before it was ready`); });
    child.once('error', error => { clearTimeout(late); reject(error); });
    child.stdout?.on('data', () => {
        if (output().includes('Earshot is ready')) {
            clearTimeout(late);
            resolve();
        }
    });
});

export const startProduct = async ({ sample }: ProductOptions): Promise<Product> => {
    const [port, dataFolder] = await Promise.all([freePort(), temporaryFolder()]);
    const { DATABASE_URL: _, ...environment } = process.env;
    const child = spawn(path.join(repository, 'node_modules', 'node', 'bin', 'node'), ['lib/backend/main.js', '--hostname', '127.0.0.1', '--port', String(port)], {
        cwd: path.join(repository, 'examples', 'browser'), stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...environment, NODE_ENV: 'production', EARSHOT_DATA: dataFolder, EARSHOT_HOST: '127.0.0.1', EARSHOT_PORT: String(port), ...sample && { EARSHOT_SAMPLE: '1' } }
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => { printed += text; });
    }
    const stop = async (): Promise<void> => {
        await end(child);
        await fs.rm(dataFolder, { recursive: true, force: true });
    };
    try {
        await readiness(child, () => printed);
    } catch (error) {
        await stop();
        throw error;
    }
    return { url: `http://127.0.0.1:${port}`, dataFolder, output: () => printed, stop };
};

/** The password of all sample people. */
export const samplePassword = async (product: Product): Promise<string> => (await fs.readFile(path.join(product.dataFolder, 'sample-password'), 'utf8')).trim();
