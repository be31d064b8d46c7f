/** How integration tests reach their server. Plain data, because it goes from the main process to the workers. */
export interface TestServer {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password?: string;
    /** the maintenance database */
    readonly database: string;
    /** holds the tables of all packages, and no rows */
    readonly template: string;
    /** the role that the application works under */
    readonly applicationRole: string;
}

declare module 'vitest' {
    export interface ProvidedContext {
        postgres: TestServer;
    }
}
