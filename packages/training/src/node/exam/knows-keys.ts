import { sql } from 'kysely';

/**
 * Whether a person may read keys of others' questions or attempts: as the house knows them now, not as their session or token is narrowed.
 * @param person the column (trusted, from code) with the person's id
 */
export const knowsKeys = (person: string) => sql<boolean>`exists (select from core.person_role held join core.role_grant granted on granted.role_id = held.role_id
    where held.person_id = ${sql.ref(person)} and granted.permission in ('question:read', 'exam:mark', 'exam-analysis:read') and granted.scope <> 'own')`;
