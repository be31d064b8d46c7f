import { DatabaseError } from 'pg';
import { conflict } from '../api/failure';

const uniqueViolation = '23505';

/**
 * Carries out a change; where the database refuses a value that must be unique, says which one is taken.
 * @param reasons by the name of the constraint: `{ person_login_key: 'login-taken' }`.
 * @throws CONFLICT with that reason.
 */
export async function namingWhatIsTaken<R>(reasons: Readonly<Record<string, string>>, change: () => Promise<R>): Promise<R> {
    try {
        return await change();
    } catch (error) {
        const reason = error instanceof DatabaseError && error.code === uniqueViolation && error.constraint ? reasons[error.constraint] : undefined;
        throw reason ? conflict(reason) : error;
    }
}

export const personTaken = { person_login_key: 'login-taken', person_employee_number_key: 'employee-number-taken' };
