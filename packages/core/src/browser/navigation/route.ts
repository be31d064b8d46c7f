/** Where the person is: a path and what was asked of it, as written in the hash of the address (`#/quality/calls?team=…`). */
export interface Route {
    readonly path: string;
    /** The query without its `?`; empty if there is none. */
    readonly search: string;
}

const withoutTrailingSlash = (path: string): string => path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;

/** The route in a hash. Anything that does not begin with `#/` is the home route. */
export function parseHash(hash: string): Route {
    if (!hash.startsWith('#/')) {
        return { path: '/', search: '' };
    }
    const [path = '/', search = ''] = hash.slice(1).split(/\?(.*)/s, 2);
    return { path: withoutTrailingSlash(path), search };
}

export const formatHash = ({ path, search }: Route): string => `#${path}${search ? `?${search}` : ''}`;

/** A route from what page authors write: `/quality/calls?team=…`, with or without further query values. */
export function routeTo(target: string, query: QueryValues = {}): Route {
    const { path, search } = parseHash(target.startsWith('#') ? target : `#${target}`);
    return { path, search: withQuery(search, query) };
}

/** Values of query parameters; null, undefined and the empty string remove one. */
export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A query with some values replaced, in a stable order. */
export function withQuery(search: string, values: QueryValues): string {
    const parameters = new URLSearchParams(search);
    for (const [name, value] of Object.entries(values)) {
        if (value === null || value === undefined || value === '') {
            parameters.delete(name);
        } else {
            parameters.set(name, String(value));
        }
    }
    return parameters.toString();
}

export type PathParameters = Readonly<Record<string, string>>;

const segments = (path: string): string[] => path.split('/').filter(Boolean);

const decode = (segment: string): string => {
    try {
        return decodeURIComponent(segment);
    } catch {
        return segment;
    }
};

/** The parameters of a path that matches a pattern such as `/quality/evaluations/:id`, or undefined. */
export function matchPath(pattern: string, path: string): PathParameters | undefined {
    const expected = segments(pattern);
    const actual = segments(path);
    if (expected.length !== actual.length) {
        return undefined;
    }
    const parameters: Record<string, string> = {};
    for (const [index, segment] of expected.entries()) {
        if (segment.startsWith(':')) {
            parameters[segment.slice(1)] = decode(actual[index]!);
        } else if (segment !== actual[index]) {
            return undefined;
        }
    }
    return parameters;
}

/** Orders patterns so that the more literal one is tried first: `/people/teams` before `/people/:id`. */
export function compareSpecificity(one: string, other: string): number {
    const weigh = (pattern: string): string => segments(pattern).map(each => each.startsWith(':') ? '1' : '0').join('');
    return weigh(one).localeCompare(weigh(other));
}
