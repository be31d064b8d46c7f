import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');
const product = path.join(repository, 'examples', 'browser');
const main = path.join('lib', 'backend', 'main.js');
/** Milliseconds that a start may take on a slow machine. */
const startPatience = 120_000;
const stopPatience = 30_000;

/** Whether the tests that take long are wanted, too. */
export const long = process.env.EARSHOT_LONG === '1';

const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
};

/** The built back end with an embedded database, in a data folder that outlives it: to be killed and started again. */
export class BackEnd {
    private child: ChildProcess | undefined;
    private printed = '';

    private constructor(private readonly port: number, readonly dataFolder: string, private readonly ownsFolder: boolean) { }

    /** @param dataFolder an existing folder; by default a new one, removed in the end */
    static async start(dataFolder?: string): Promise<BackEnd> {
        const built = path.join(product, main);
        if (!await fs.stat(built).then(() => true, () => false)) {
            throw new Error(`${built} is not there: build the product first (npm run build).`);
        }
        const folder = dataFolder ?? await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-fault-'));
        // where root runs the tests, the database belongs to another account, which has to pass through
        await fs.chmod(folder, 0o711);
        const backEnd = new BackEnd(await freePort(), folder, dataFolder === undefined);
        await backEnd.again();
        return backEnd;
    }

    get url(): string {
        return `http://127.0.0.1:${this.port}`;
    }

    /** What it has printed since it last started. */
    get output(): string {
        return this.printed;
    }

    /** Starts it, on the same folder and port. @throws with what it printed when it does not become ready. */
    async again(): Promise<void> {
        const { DATABASE_URL: _url, EARSHOT_SAMPLE: _sample, ...environment } = process.env;
        const child = spawn(path.join(repository, 'node_modules', 'node', 'bin', 'node'), [main, '--hostname', '127.0.0.1', '--port', String(this.port)], {
            cwd: product, stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, NODE_ENV: 'production', EARSHOT_DATA: this.dataFolder, EARSHOT_HOST: '127.0.0.1', EARSHOT_PORT: String(this.port) }
        });
        this.child = child;
        this.printed = '';
        await new Promise<void>((resolve, reject) => {
            const fail = (reason: string): void => reject(new Error(`The back end ${reason}.\n${this.printed}`));
            const late = setTimeout(() => fail('did not become ready in time'), startPatience);
            for (const stream of [child.stdout, child.stderr]) {
                stream.setEncoding('utf8').on('data', (text: string) => {
                    this.printed += text;
                    if (this.printed.includes('Earshot is ready')) {
                        clearTimeout(late);
                        // the lines that follow belong to the same message
                        setTimeout(resolve, 50);
                    }
                });
            }
            child.once('exit', (code, signal) => {
                clearTimeout(late);
                fail(`ended with ${signal ?? code}`);
            });
        });
    }

    /** As a power cut, or the kernel when memory runs out, would end it. */
    async kill(): Promise<void> {
        this.child!.kill('SIGKILL');
        await this.ended();
    }

    /** In good order. */
    async stop(): Promise<void> {
        this.child!.kill('SIGTERM');
        const forced = setTimeout(() => this.child!.kill('SIGKILL'), stopPatience);
        await this.ended();
        clearTimeout(forced);
    }

    /** Ends it and removes its data. */
    async remove(): Promise<void> {
        await this.stop();
        if (this.ownsFolder) {
            await fs.rm(this.dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
        }
    }

    get alive(): boolean {
        return this.child!.exitCode === null && this.child!.signalCode === null;
    }

    /** Bytes of memory that are its own, as the kernel counts them. */
    async residentBytes(): Promise<number> {
        const status = await fs.readFile(`/proc/${this.child!.pid}/status`, 'utf8');
        return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1024;
    }

    private async ended(): Promise<void> {
        if (this.alive) {
            await once(this.child!, 'exit');
        }
    }
}
