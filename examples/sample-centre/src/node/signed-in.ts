import type { SessionService } from '@earshot/core/lib/node/access/session-service';

/** Somebody of the centre, with what their roles allow. */
export type Staff = NonNullable<Awaited<ReturnType<SessionService['principalOfPerson']>>>;

/** @param people ids by sign-in name. @returns those people as they would be signed in, by their sign-in name */
export const signedIn = (sessions: SessionService, people: ReadonlyMap<string, string>) => async (login: string): Promise<Staff> => (await sessions.principalOfPerson(people.get(login)!, 'session'))!;
