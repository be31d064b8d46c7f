import type { Migration } from 'kysely/migration';

/** The tables of one package: a database schema of its own, and the migrations that lead to it, applied in the order of their names. */
export interface PackageMigrations {
    readonly schema: string;
    readonly migrations: Readonly<Record<string, Migration>>;
}

/** Contribution point: every package that keeps tables binds one. */
export const PackageMigrations = Symbol('PackageMigrations');
