import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const words = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'harbor', 'indigo', 'jasper', 'kettle', 'lagoon', 'maple', 'nectar', 'opal', 'pebble', 'quartz', 'river', 'saffron', 'timber', 'umber', 'violet', 'willow', 'yonder', 'zephyr', 'anchor', 'breeze', 'copper', 'dune', 'falcon', 'garnet', 'heron'] as const;

/** The password of all sample people: made once for this data folder, readable by its owner only, printed at each start. */
export async function samplePassword(dataFolder: string): Promise<string> {
    const file = join(dataFolder, 'sample-password');
    try {
        return (await readFile(file, 'utf8')).trim();
    } catch {
        const password = `${Array.from({ length: 3 }, () => words[randomInt(words.length)]).join('-')}-${randomInt(1000, 10_000)}`;
        await mkdir(dataFolder, { recursive: true });
        await writeFile(file, `${password}\n`, { mode: 0o600 });
        return password;
    }
}
