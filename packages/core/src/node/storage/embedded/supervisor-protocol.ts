/** What the supervisor is told, as one line of JSON on its standard input. The input's end means that we are gone. */
export interface SupervisorOrders {
    readonly command: string;
    readonly args: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly pidFile: string;
    /** removed in the end, when the server has left it empty */
    readonly socketFolder: string;
    readonly uid?: number;
    readonly gid?: number;
}

/** A second line on its standard input: stop in good order, then end. */
export const stopOrder = 'stop';

/** What the supervisor tells, one JSON object a line on its standard output. */
export type SupervisorReport =
    | { readonly report: 'ready'; readonly pid: number }
    | { readonly report: 'log'; readonly line: string }
    | { readonly report: 'restarting'; readonly reason: string }
    | { readonly report: 'failed'; readonly reason: string };
