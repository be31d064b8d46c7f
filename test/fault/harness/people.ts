import { Caller } from './caller';

export const password = 'correct horse battery';

export interface Person {
    readonly id: string;
    readonly login: string;
    readonly caller: Caller;
}

/** Sets the password of the first administrator with the link that a new house prints. */
export const firstAdministrator = async (url: string, notice: string): Promise<Caller> => {
    const token = /sign-in\?token=([\w-]+)/.exec(notice)?.[1];
    if (token === undefined) {
        throw new Error(`No link for the first administrator:\n${notice}`);
    }
    return accept(url, token);
};

const accept = async (url: string, token: string): Promise<Caller> => {
    const nobody = new Caller(url);
    const answer = await nobody.ask('POST', '/session/invitation', { body: { token, password } });
    if (answer.status !== 200) {
        throw new Error(`The invitation answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return nobody.with(answer);
};

export const signIn = async (url: string, login: string): Promise<Caller> => {
    const nobody = new Caller(url);
    return nobody.with(await nobody.ask('POST', '/session', { body: { login, password } }));
};

/** A new person who has followed their link and is signed in. */
export const addPerson = async (administrator: Caller, login: string, roles: readonly string[], teamId: string | null = null): Promise<Person> => {
    const { person, invitation } = await administrator.do<{ person: { id: string }; invitation: string }>('POST', '/people', { name: `Person ${login}`, login, roles, teamId });
    return { id: person.id, login, caller: await accept(administrator.url, invitation) };
};
