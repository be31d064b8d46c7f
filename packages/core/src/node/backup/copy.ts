/**
 * COPY … TO STDOUT and COPY … FROM STDIN over a connection of `pg`, which hands the messages of this protocol to the query
 * that is running. See the PostgreSQL manual, "Message Flow", section "COPY Operations".
 */
import type { ClientBase, Connection, Submittable } from 'pg';

interface CopyConnection extends Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
    sendCopyFail(reason: string): void;
}

/** `COPY 4711` */
const countIn = (tag: string): number => Number(/^COPY (\d+)$/.exec(tag)?.[1]);

/** What both directions have in common: how the statement ends. */
abstract class Copy implements Submittable {
    protected connection: CopyConnection;
    private rows = NaN;
    private settle: { resolve(rows: number): void; reject(error: Error): void };
    readonly done = new Promise<number>((resolve, reject) => {
        this.settle = { resolve, reject };
    });

    constructor(private readonly statement: string) {
        this.done.catch(() => { /* whoever waits for it is told */ });
    }

    readonly submit = (connection: Connection): void => {
        this.connection = connection as CopyConnection;
        this.connection.query(this.statement);
    };

    handleCommandComplete({ text }: { readonly text: string }): void {
        this.rows = countIn(text);
    }

    handleReadyForQuery(): void {
        this.settle.resolve(this.rows);
    }

    handleError(error: Error): void {
        this.settle.reject(error);
    }
}

class CopyOut extends Copy {
    private parts: Buffer[] = [];
    private bytes = 0;
    private wake: (() => void) | undefined;
    private ended = false;

    constructor(statement: string, private readonly partBytes: number) {
        super(statement);
        void this.done.catch(() => { }).then(() => {
            this.ended = true;
            this.wake?.();
        });
    }

    handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
        // the parser uses the memory of what it hands out again
        this.parts.push(Buffer.from(chunk));
        this.bytes += chunk.length;
        if (this.bytes >= this.partBytes) {
            this.connection.stream.pause();
            this.wake?.();
        }
    }

    /** The next part, of `partBytes` or a little more; undefined at the end. */
    async next(): Promise<Buffer | undefined> {
        while (!this.ended && this.bytes < this.partBytes) {
            this.connection?.stream.resume();
            await new Promise<void>(resolve => {
                this.wake = resolve;
            });
        }
        const part = Buffer.concat(this.parts);
        this.parts = [];
        this.bytes = 0;
        return part.length > 0 ? part : undefined;
    }

    /** Nobody wants the rest, which may be long: the connection ends with it. */
    abandon(): void {
        if (!this.ended) {
            this.connection?.stream.destroy();
        }
    }
}

/**
 * Runs a COPY … TO STDOUT and hands over its text in parts of about the same length. Whoever stops
 * before the end loses the connection.
 *
 * @param partBytes length of a part; the last is shorter, any other may be longer by what was under way
 * @returns the number of rows, after the last part
 */
export async function* copyOut(client: ClientBase, statement: string, partBytes: number): AsyncGenerator<Buffer, number> {
    const copy = client.query(new CopyOut(statement, partBytes));
    try {
        for (let part = await copy.next(); part; part = await copy.next()) {
            yield part;
        }
        return await copy.done;
    } finally {
        copy.abandon();
    }
}

class CopyIn extends Copy {
    private failed = false;

    constructor(statement: string, private readonly chunks: AsyncIterable<Buffer>) {
        super(statement);
    }

    /** Why the source broke off, which the server only hears of. */
    sourceFailure: unknown;

    handleCopyInResponse(): void {
        void this.send();
    }

    override handleError(error: Error): void {
        this.failed = true;
        super.handleError(error);
    }

    private async send(): Promise<void> {
        const { connection } = this;
        try {
            for await (const chunk of this.chunks) {
                if (this.failed) {
                    return;
                }
                connection.sendCopyFromChunk(chunk);
                if (connection.stream.writableNeedDrain) {
                    await this.drained();
                }
            }
            connection.endCopyFrom();
        } catch (error) {
            this.sourceFailure = error;
            connection.sendCopyFail('the source broke off');
        }
    }

    /** Resolves when the socket takes more, or when nothing more needs to be sent. */
    private drained(): Promise<unknown> {
        const { stream } = this.connection;
        return Promise.race([new Promise(resolve => stream.once('drain', resolve)), this.done.catch(() => { })]);
    }
}

/**
 * Runs a COPY … FROM STDIN.
 *
 * @returns the number of rows
 * @throws what reading the chunks threw, or what the server says against them
 */
export const copyIn = async (client: ClientBase, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> => {
    const copy = client.query(new CopyIn(statement, chunks));
    try {
        return await copy.done;
    } catch (error) {
        throw copy.sourceFailure ?? error;
    }
};
