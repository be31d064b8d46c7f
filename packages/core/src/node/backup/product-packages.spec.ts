import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { productPackages } from './product-packages';

let folder: string;
const write = (file: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
};
const addPackage = (name: string, dependencies: readonly string[], migrations?: string) => {
    const place = `node_modules/@earshot/${name}`;
    write(`${place}/package.json`, JSON.stringify({ name: `@earshot/${name}`, version: '1.0.0', dependencies: Object.fromEntries(['zod', ...dependencies.map(each => `@earshot/${each}`)].map(each => [each, '1.0.0'])) }));
    if (migrations !== undefined) {
        write(`${place}/lib/node/${name}-migrations.js`, migrations);
    }
};
const keeping = (name: string) => `exports.${name}Migrations = { schema: '${name}', migrations: {} };`;

beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'product-'));
    write('package.json', JSON.stringify({ name: 'product', version: '2.3.4', dependencies: Object.fromEntries(['answers', 'base', 'words'].map(each => [`@earshot/${each}`, '1.0.0'])) }));
    addPackage('answers', ['base', 'middle'], keeping('answers'));
    addPackage('middle', ['base', 'words'], keeping('middle'));
    addPackage('base', [], keeping('base'));
    addPackage('words', []);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('finds the migrations of every package once, after those of the packages it depends on', () => {
    const { version, migrations } = productPackages(folder);
    expect(version).toBe('2.3.4');
    expect(migrations.map(each => each.schema)).toEqual(['base', 'middle', 'answers']);
});
it('says when a file does not hold what its name says', () => {
    write('package.json', JSON.stringify({ name: 'product', version: '1', dependencies: { '@earshot/odd': '1.0.0' } }));
    addPackage('odd', [], 'exports.other = 1;');
    expect(() => productPackages(folder)).toThrow('does not export oddMigrations');
});
