import * as z from 'zod';
import { invalid } from '../api/failure';

/** Where a list ordered by name goes on: after this name and, among equal names, after this id. */
export interface NameCursor { readonly name: string; readonly id: string }

const shape = z.tuple([z.string(), z.uuid()]);

export const writeCursor = ({ name, id }: NameCursor): string => Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** @throws INVALID for a text that `writeCursor` did not make. */
export function readCursor(text: string): NameCursor {
    try {
        const [name, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
        return { name, id };
    } catch {
        throw invalid([{ path: 'after', code: 'malformed' }]);
    }
}
