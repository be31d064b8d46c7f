import type { Kysely } from 'kysely';
import type { Tables } from '../training-tables';
import { type JudgedPerson, judgePeople, peopleToJudge, type PersonToJudge } from './judge-people';

/** People who are looked at together. */
const batch = 500;

type Narrowed = (select: ReturnType<typeof peopleToJudge>) => ReturnType<typeof peopleToJudge>;

/** Everybody whose position has a rule, with whether they may take calls, some hundred at a time. @param narrowed to whom, where not to all */
export async function* judgedPeople(database: Kysely<Tables>, now: Date, narrowed: Narrowed = select => select): AsyncGenerator<readonly { readonly person: PersonToJudge; readonly judged: JudgedPerson }[]> {
    let after: string | undefined;
    do {
        let select = narrowed(peopleToJudge(database)).where('ruled.rule', 'is not', null).orderBy('person.id').limit(batch);
        if (after) { select = select.where('person.id', '>', after); }
        const people = await select.execute();
        const found = await judgePeople(database, people, now);
        yield people.map(person => ({ person, judged: found.get(person.id)! }));
        after = people.length === batch ? people.at(-1)!.id : undefined;
    } while (after);
}
