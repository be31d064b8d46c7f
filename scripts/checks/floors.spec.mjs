import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository, tool } from '../prepare/repository.mjs';

/** A house with one breach of each rule. */
const house = {
    'packages/forms/src/floor.ts': `import '@earshot/core/lib/node/x';`,
    'packages/forms/src/library.ts': `import { sql } from 'kysely'; export const used = sql;`,
    'packages/core/src/node/above.ts': `import type { x } from '@earshot/media/lib/node/x'; export type y = typeof x;`,
    'packages/media/src/node/neighbour.ts': `import '@earshot/assessment/lib/node/x';`,
    'packages/media/src/common/shared.ts': `import '../node/neighbour';`,
    'packages/media/src/common/system.ts': `import * as fs from 'node:fs'; export const read = fs.readFileSync;`,
    'packages/media/src/browser/browser.ts': `import '@earshot/core/lib/node/x';`,
    'packages/media/src/node/widget.ts': `import '../browser/browser';`,
    'packages/media/src/node/path.ts': `import '../../../core/src/node/sound';`,
    'packages/core/src/node/sound.ts': `export const sound = 1;`,
    'packages/core/src/node/circle.ts': `import './round';`,
    'packages/core/src/node/round.ts': `import './circle';`,
    'packages/core/src/node/nowhere.ts': `import './gone';`,
    'packages/core/src/node/testing.ts': `import './a.spec';`,
    'packages/core/src/node/a.spec.ts': `import '../../../../configs/setup'; import './sound';`,
    'configs/setup.ts': `export const setup = 1;`
};

let folder;

beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'floors-test-'));
    const write = (file, content) => {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), content);
    };
    Object.entries(house).forEach(([file, content]) => write(file, content));
    fs.mkdirSync(path.join(folder, 'node_modules', '@earshot'), { recursive: true });
    fs.symlinkSync(path.join(repository, 'node_modules', 'kysely'), path.join(folder, 'node_modules', 'kysely'));
    for (const name of ['forms', 'core', 'media', 'assessment']) {
        write(`packages/${name}/package.json`, JSON.stringify({ name: `@earshot/${name}`, version: '0.1.0' }));
        write(`packages/${name}/lib/node/x.js`, 'exports.x = 1;');
        write(`packages/${name}/lib/node/x.d.ts`, 'export declare const x: 1;');
        fs.symlinkSync(path.join('..', '..', 'packages', name), path.join(folder, 'node_modules', '@earshot', name));
    }
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('finds each breach of the floors, and nothing else', { timeout: 60_000 }, () => {
    const config = path.join(repository, '.dependency-cruiser.cjs');
    const { stdout } = spawnSync(tool('depcruise'), ['--config', config, '--output-type', 'json', 'packages'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const found = JSON.parse(stdout).summary.violations.map(each => `${path.basename(each.from, '.ts')}: ${each.rule.name}`);
    expect([...new Set(found)].sort()).toEqual([
        'above: floor-of-core', 'browser: browser-without-node', 'circle: no-cycles', 'floor: floor-of-forms', 'library: ground-floor-is-plain', 'neighbour: floor-of-media',
        'nowhere: found', 'path: by-its-name', 'shared: common-is-shared', 'system: common-without-node', 'testing: tests-are-not-imported', 'widget: node-without-browser'
    ]);
});
