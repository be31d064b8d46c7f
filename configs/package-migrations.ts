import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';

/**
 * The migrations of every package that keeps tables, found by their place and name (`src/node/<package>-migrations.ts`,
 * exporting `<package>Migrations`), those of a package after those of the packages it depends on.
 */

const packages = path.join(import.meta.dirname, '..', 'packages');
const scope = '@earshot/';

export interface NamedMigrations {
    readonly name: string;
    /** names of the packages that this one depends on */
    readonly dependencies: readonly string[];
    readonly migrations: PackageMigrations;
}

const findIn = async (name: string): Promise<NamedMigrations | undefined> => {
    const file = path.join(packages, name, 'src', 'node', `${name}-migrations.ts`);
    if (!await fs.stat(file).then(() => true, () => false)) {
        return undefined;
    }
    const manifest = JSON.parse(await fs.readFile(path.join(packages, name, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
    const dependencies = Object.keys(manifest.dependencies ?? {}).filter(each => each.startsWith(scope)).map(each => each.slice(scope.length));
    const exported = await import(/* @vite-ignore */ file) as Record<string, PackageMigrations | undefined>;
    const migrations = exported[`${name}Migrations`];
    if (!migrations) {
        throw new Error(`${file} does not export ${name}Migrations.`);
    }
    return { name, dependencies, migrations };
};

export const allPackageMigrations = async (): Promise<NamedMigrations[]> => {
    const names = (await fs.readdir(packages)).sort();
    const waiting = (await Promise.all(names.map(findIn))).filter(each => each !== undefined);
    const ordered: NamedMigrations[] = [];
    while (waiting.length > 0) {
        const next = waiting.findIndex(each => !each.dependencies.some(name => waiting.some(other => other.name === name)));
        if (next < 0) {
            throw new Error(`The packages ${waiting.map(each => each.name).join(', ')} depend on each other.`);
        }
        ordered.push(...waiting.splice(next, 1));
    }
    return ordered;
};
