import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import type { PackageMigrations } from '../storage/migration';

const scope = '@earshot/';

interface Manifest { readonly name: string; readonly version: string; readonly dependencies?: Readonly<Record<string, string>> }

/** What a product keeps tables for, and its version. */
export interface ProductPackages {
    readonly version: string;
    /** A package after those that it depends on. */
    readonly migrations: readonly PackageMigrations[];
}

/**
 * The packages that a product is made of, by its dependencies: of each the migrations, where it has any, which stand compiled in
 * `lib/node/<package>-migrations` and are exported as `<package>Migrations`.
 *
 * @param folder where the product's package.json is
 */
export function productPackages(folder: string): ProductPackages {
    const migrations: PackageMigrations[] = [];
    const seen = new Set<string>();
    const manifestIn = (file: string): Manifest => JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
    const visit = (file: string): void => {
        const { dependencies = {} } = manifestIn(file);
        const load = createRequire(file);
        for (const each of Object.keys(dependencies).filter(one => one.startsWith(scope)).sort()) {
            if (seen.has(each)) {
                continue;
            }
            seen.add(each);
            const manifest = load.resolve(`${each}/package.json`);
            visit(manifest);
            const name = each.slice(scope.length);
            const compiled = path.join(path.dirname(manifest), 'lib', 'node', `${name}-migrations.js`);
            if (fs.existsSync(compiled)) {
                migrations.push(migrationsIn(load(compiled), name, compiled));
            }
        }
    };
    const own = path.join(folder, 'package.json');
    visit(own);
    return { version: manifestIn(own).version, migrations };
}

const migrationsIn = (exported: unknown, name: string, file: string): PackageMigrations => {
    const found = (exported as Record<string, PackageMigrations | undefined>)[`${name}Migrations`];
    if (!found) {
        throw new Error(`${file} does not export ${name}Migrations.`);
    }
    return found;
};
