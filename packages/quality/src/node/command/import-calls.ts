import { openAsBlob } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { headerlessFormats } from '@earshot/media/lib/common/recording/headerless-format';
import { audioEndings, callFromFile, type ManifestCall, readManifest } from './call-manifest';

const usage = `Imports calls in bulk into a running Earshot.

  npm run import -- [--url http://127.0.0.1:3000] [--token …] FOLDER | MANIFEST.csv

FOLDER         every recording in it; a manifest.csv inside is used where there is one
MANIFEST.csv   columns: file, file2, call_id, started_at, agent, queue, direction, customer_number, tags, format
               format is for sound without a header: ${headerlessFormats.join(', ')}
--token        a personal API token (My account → API tokens), or the environment variable EARSHOT_TOKEN

Running it again is safe: what is there already is recognised by its content.`;

type Outcome = 'imported' | 'already there' | 'failed';

async function main(): Promise<number> {
    const { values, positionals } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:3000' }, token: { type: 'string', default: process.env.EARSHOT_TOKEN }, help: { type: 'boolean' } }, allowPositionals: true });
    const path = positionals[0];
    if (values.help || !path || !values.token) {
        console.log(usage);
        return values.help ? 0 : 2;
    }
    const { calls, problems } = await callsIn(path);
    problems.forEach(each => console.error(`line ${each.line}: ${each.message}`));
    const counts: Record<Outcome, number> = { imported: 0, 'already there': 0, failed: problems.length };
    for (const [place, call] of calls.entries()) {
        const { outcome, message } = await send(call, values.url, values.token);
        counts[outcome] += 1;
        console.log(`${String(place + 1).padStart(String(calls.length).length)}/${calls.length}  ${outcome.padEnd(13)}  ${basename(call.file)}${message ? `  ${message}` : ''}`);
    }
    console.log(`${counts.imported} imported, ${counts['already there']} already there, ${counts.failed} failed`);
    return counts.failed ? 1 : 0;
}

async function callsIn(path: string): Promise<ReturnType<typeof readManifest>> {
    if (!(await stat(path)).isDirectory()) {
        return readManifest(await readFile(path, 'utf8'), dirname(path));
    }
    const names = (await readdir(path)).sort();
    if (names.includes('manifest.csv')) {
        return readManifest(await readFile(join(path, 'manifest.csv'), 'utf8'), path);
    }
    const files = names.filter(each => audioEndings.has(extname(each).toLowerCase())).map(each => join(path, each));
    return { calls: await Promise.all(files.map(async each => callFromFile(each, (await stat(each)).mtime))), problems: [] };
}

async function send(call: ManifestCall, url: string, token: string): Promise<{ outcome: Outcome; message?: string }> {
    try {
        const form = new FormData();
        Object.entries(call.fields).forEach(([name, value]) => form.append(name, value));
        form.append('audio', await openAsBlob(call.file), basename(call.file));
        if (call.secondFile) {
            form.append('audio2', await openAsBlob(call.secondFile), basename(call.secondFile));
        }
        const response = await fetch(new URL('/api/quality/interactions', url), { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
        if (response.ok) {
            return { outcome: 'imported' };
        }
        const { message, data } = await response.json() as { message?: string; data?: { reason?: string; problems?: { path: string; code: string; detail?: { message?: string } }[] } };
        return data?.reason === 'duplicate' ? { outcome: 'already there' }
            : { outcome: 'failed', message: data?.problems?.map(each => each.detail?.message ?? `${each.path}: ${each.code}`).join(' ') ?? [message, data?.reason].filter(Boolean).join(' ') };
    } catch (error) {
        return { outcome: 'failed', message: error instanceof Error ? error.cause instanceof Error ? error.cause.message : error.message : String(error) };
    }
}

void main().then(code => { process.exitCode = code; }, error => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
});
