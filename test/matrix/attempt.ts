import type { Answer, Caller, Question } from '../fault/harness/caller';
import type { ContractOperation } from './contract-operations';
import { sampleInput, unknownId } from './sample-input';

const boundary = 'sample-boundary';
const multipart = `--${boundary}\r\nContent-Disposition: form-data; name="callId"\r\n\r\nsample\r\n--${boundary}--\r\n`;

const bodyOf = ({ stream, method }: ContractOperation, rest: Readonly<Record<string, unknown>>): Question =>
    stream?.consumes === 'multipart/form-data' ? { raw: multipart, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
        : stream?.consumes ? { raw: 'sample', headers: { 'content-type': stream.consumes } }
            : method === 'GET' || method === 'DELETE' && Object.keys(rest).length === 0 ? {} : { body: rest };

/** As it stands in an address. */
const written = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\p{Surrogate}/gu, '\ufffd');

const query = (rest: Readonly<Record<string, unknown>>): string => {
    const parameters = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, written(value)]));
    return parameters.size > 0 ? `?${parameters}` : '';
};

/** Where and with what an operation is called, with a sample of its input in which some members are as given. */
export const requestFor = (operation: ContractOperation, given: Readonly<Record<string, unknown>> = {}): { readonly path: string; readonly question: Question } => {
    const rest: Record<string, unknown> = { ...sampleInput(operation.name, operation.input), ...given };
    const path = operation.path.replace(/\{\+?(\w+)\}/g, (_, name: string) => {
        const value = rest[name] ?? (name === 'level' ? 0 : unknownId);
        delete rest[name];
        return encodeURIComponent(written(value));
    });
    return { path: operation.method === 'GET' ? path + query(rest) : path, question: bodyOf(operation, rest) };
};

/** Calls an operation and looks only at how the answer begins where it is a stream. */
export const attempt = (caller: Caller, operation: ContractOperation, given: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const { path, question } = requestFor(operation, given);
    const all: Question = { ...question, headers: { ...question.headers, ...headers } };
    return operation.stream ? caller.peek(operation.method, path, all) : caller.ask(operation.method, path, all);
};

export const codeOf = ({ body }: Answer): string | undefined => (body as { code?: string } | undefined)?.code;
