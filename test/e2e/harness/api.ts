import { inject } from 'vitest';
import type { SharedProduct } from './shared-product';

const cookieName = 'earshot_session';

/** The secret of a session cookie. */
export type SessionSecret = string;

export interface Answer<T> {
    readonly status: number;
    readonly body: T;
}

/** One person's way to the public interface, beside the browser: to prepare what a test needs and to see what it left. */
export interface Api {
    readonly secret: SessionSecret;
    /** @throws unless the answer is as expected (2xx). */
    get<T>(path: string): Promise<T>;
    post<T>(path: string, body?: unknown): Promise<T>;
    put<T>(path: string, body?: unknown): Promise<T>;
    patch<T>(path: string, body?: unknown): Promise<T>;
    remove<T>(path: string, body?: unknown): Promise<T>;
    /** Whatever the answer is. `body` is JSON, or multipart. */
    ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
}

export const apiWith = (secret: SessionSecret, url: string = inject('product').url): Api => {
    const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
        const multipart = body instanceof FormData;
        const response = await fetch(`${url}/api${path}`, {
            method, headers: { cookie: `${cookieName}=${secret}`, origin: url, ...body !== undefined && !multipart && { 'content-type': 'application/json' } },
            body: body === undefined ? undefined : multipart ? body : JSON.stringify(body)
        });
        const text = await response.text();
        return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
    };
    const expectDone = (method: string) => async <T>(path: string, body?: unknown): Promise<T> => {
        const answer = await ask<T>(method, path, body);
        if (answer.status >= 300) {
            throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        }
        return answer.body;
    };
    return { secret, ask, get: expectDone('GET'), post: expectDone('POST'), put: expectDone('PUT'), patch: expectDone('PATCH'), remove: expectDone('DELETE') };
};

/** A new session, as the sign-in page begins one. */
export const beginSession = async (login: string, password: string, url: string = inject('product').url): Promise<SessionSecret> => {
    const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ login, password }) });
    const cookie = response.headers.getSetCookie().find(each => each.startsWith(`${cookieName}=`));
    if (!response.ok || !cookie) {
        throw new Error(`${login} could not sign in: ${response.status} ${await response.text()}`);
    }
    return cookie.slice(cookieName.length + 1).split(';')[0]!;
};

const sessions = new Map<string, Promise<SessionSecret>>();

/** The session of a sample person that the tests of one file share. Tests that end a session begin their own. */
export const sharedSession = (login: string): Promise<SessionSecret> => {
    const { password }: SharedProduct = inject('product');
    const known = sessions.get(login) ?? beginSession(login, password);
    sessions.set(login, known);
    return known;
};

/** What one file does with the people's sessions is nothing to the next one. */
export const forgetSessions = (): void => sessions.clear();

export const apiOf = async (login: string): Promise<Api> => apiWith(await sharedSession(login));

/** The cookie of a session, as a browser keeps it. */
export const sessionCookie = (secret: SessionSecret, url: string) => ({ name: cookieName, value: secret, url, httpOnly: true, sameSite: 'Strict' as const });
