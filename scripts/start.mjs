/**
 * npm start: installs and builds what is missing or stale, then runs the product until it is told to stop. What is in the
 * data folder, and who may reach it, is decided by the product.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './prepare/building.mjs';
import { ensureInstalled } from './prepare/installation.mjs';
import { inRepository, pinnedNode, product } from './prepare/repository.mjs';

const usage = `Usage: npm start -- [options]

  --port N     port to listen on (3000)
  --host NAME  address to listen on (127.0.0.1)
  --data DIR   folder for the database and the recordings (.earshot in the repository)
  --empty      begin with an empty database instead of the sample contact centre
  --help       show this`;

class UsageError extends Error { }

const options = () => {
    try {
        const { values } = parseArgs({
            options: {
                port: { type: 'string', default: '3000' }, host: { type: 'string', default: '127.0.0.1' },
                data: { type: 'string' }, empty: { type: 'boolean', default: false }, help: { type: 'boolean', default: false }
            }
        });
        const port = Number(values.port);
        if (!/^\d+$/.test(values.port) || port > 65535) {
            throw new UsageError(`--port takes a number from 0 to 65535, not "${values.port}".`);
        }
        if (values.host === '' || values.data === '') {
            throw new UsageError('--host and --data need a value.');
        }
        return { ...values, port };
    } catch (error) {
        throw error.code?.startsWith('ERR_PARSE_ARGS') ? new UsageError(error.message) : error;
    }
};

/** Where the person stood who typed the command: npm runs scripts in the repository's folder. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * A signal for npm ends the shell between it and us, which passes nothing on. Then our parent is another one, and nobody is
 * left to stop us.
 */
const onceDeserted = stop => {
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event !== undefined) {
        const check = setInterval(() => {
            if (process.ppid !== parent) {
                clearInterval(check);
                stop();
            }
        }, 300);
        check.unref();
    }
};

/** Runs the back end and resolves to its exit code. It is alone in its process group, so a signal reaches it once, from us. */
const runProduct = ({ port, host, data, empty }) => new Promise((resolve, reject) => {
    const environment = {
        ...process.env,
        NODE_ENV: 'production',
        EARSHOT_DATA: data === undefined ? inRepository('.earshot') : path.resolve(typedIn, data),
        EARSHOT_HOST: host,
        EARSHOT_PORT: String(port)
    };
    delete environment.EARSHOT_SAMPLE;
    if (!empty) {
        environment.EARSHOT_SAMPLE = '1';
    }
    const main = path.join(product, 'lib', 'backend', 'main.js');
    const child = spawn(pinnedNode, [main, '--hostname', host, '--port', String(port)], { cwd: product, env: environment, detached: true, stdio: 'inherit' });
    for (const signal of signals) {
        process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    }
    onceDeserted(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code));
});

const log = line => console.log(line);

try {
    const chosen = options();
    if (chosen.help) {
        log(usage);
    } else {
        await ensureInstalled(log);
        await ensureBuilt(log);
        process.exitCode = await runProduct(chosen);
    }
} catch (error) {
    console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
}
