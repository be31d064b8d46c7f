/** One person's, or nobody's, way to the public interface of a running back end. */
export interface Answer {
    readonly status: number;
    /** As JSON; undefined where it is none. */
    readonly body: unknown;
    readonly headers: Headers;
}

export interface Question {
    readonly body?: unknown;
    /** Sent as it is, with the media type that the headers name. */
    readonly raw?: BodyInit;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
}

const cookieName = 'earshot_session';

const parsed = (text: string): unknown => {
    try {
        return text === '' ? undefined : JSON.parse(text);
    } catch {
        return undefined;
    }
};

const bodyOf = ({ raw, body }: Question): BodyInit | undefined => raw ?? (body === undefined ? undefined : JSON.stringify(body));

export class Caller {
    /** @param session the secret of a session; nobody is signed in without */
    constructor(readonly url: string, readonly session?: string) { }

    private headers({ body, headers }: Question): Record<string, string> {
        return { ...this.session && { cookie: `${cookieName}=${this.session}` }, origin: this.url, ...body !== undefined && { 'content-type': 'application/json' }, ...headers };
    }

    /** Whatever the answer is. */
    async ask(method: string, path: string, question: Question = {}): Promise<Answer> {
        const response = await fetch(`${this.url}/api${path}`, {
            method, headers: this.headers(question), signal: question.signal, redirect: 'manual', body: bodyOf(question)
        });
        return { status: response.status, body: parsed(await response.text()), headers: response.headers };
    }

    /** Only how it begins: for answers that do not end, or are large. */
    async peek(method: string, path: string, question: Question = {}): Promise<Answer> {
        const stop = new AbortController();
        const response = await fetch(`${this.url}/api${path}`, { method, headers: this.headers(question), signal: stop.signal, body: bodyOf(question) });
        const text = response.ok ? '' : await response.text();
        stop.abort();
        return { status: response.status, body: parsed(text), headers: response.headers };
    }

    /** @throws unless the answer is as hoped for (2xx). */
    async do<T>(method: string, path: string, body?: unknown): Promise<T> {
        const answer = await this.ask(method, path, { body });
        if (answer.status >= 300) {
            throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        }
        return answer.body as T;
    }

    /** @throws unless the call was taken in. */
    async upload<T>(file: Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>>): Promise<T> {
        const answer = await this.tryUpload(file, fields);
        if (answer.status !== 201) {
            throw new Error(`The upload answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        }
        return answer.body as T;
    }

    async tryUpload(file: Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>>, name = 'call.wav'): Promise<Answer> {
        const form = new FormData();
        Object.entries(fields).forEach(([key, value]) => form.append(key, value));
        form.append('audio', new Blob([file], { type: 'audio/wav' }), name);
        return this.ask('POST', '/quality/interactions', { raw: form });
    }

    /** The same address for somebody else, by the answer that begins a session. */
    with({ headers }: Answer): Caller {
        const cookie = headers.getSetCookie().find(each => each.startsWith(`${cookieName}=`));
        if (!cookie) {
            throw new Error('The answer begins no session.');
        }
        return new Caller(this.url, cookie.slice(cookieName.length + 1).split(';')[0]);
    }
}
