import * as z from 'zod';
import { invalid } from '../api/failure';

const shape = z.uuid();

/** Where a list ordered by id goes on. @throws INVALID for anything that is no id. */
export function idCursor(after: string): string {
    if (!shape.safeParse(after).success) {
        throw invalid([{ path: 'after', code: 'malformed' }]);
    }
    return after;
}
