import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { Hit } from '../../common/house-contract';
import { linkTo } from '../../common/linking/entity-link';
import { asSpelling } from '../../common/people/name-spelling';
import type { Person as PersonShape } from '../../common/people/people-contract';
import { withinScope } from '../access/scope';
import type { LookupSource } from '../search/lookup-source';
import { Database } from '../storage/database';
import type { EntityType, Person } from '../work/work-contributions';
import { escaped } from '../storage/like-pattern';
import { matches, PeopleService } from './people-service';
import { asPerson, personRows, personScope } from './person-rows';

const asHit = ({ id, name, employeeNumber, login, teamName }: PersonShape): Hit =>
    ({ kind: 'person', id, title: name, subtitle: [employeeNumber ?? login, teamName].filter(Boolean).join(' · '), link: linkTo('core', 'people', id) });

/** Active people by name, login, employee number or pinyin, within what the caller may see. */
@injectable()
export class PeopleSearch implements LookupSource {
    readonly kind = 'person';

    constructor(@inject(Database) private readonly database: Database) { }

    async search(principal: Person, text: string, limit: number): Promise<readonly Hit[]> {
        const whole = text.toLowerCase();
        const beginning = `${escaped(text)}%`;
        const spelling = escaped(asSpelling(text));
        const rows = await personRows(this.database.read()).where(withinScope(principal, 'person:read', personScope)).where('person.status', '=', 'active').where(matches(text))
            .orderBy(sql`(lower(person.name) = ${whole} or person.login = ${whole} or lower(person.employee_number) = ${whole}) is true`, 'desc')
            .orderBy(sql`(person.name ilike ${beginning} or person.login ilike ${beginning} or person.employee_number ilike ${beginning} or person.pinyin like ${`${spelling}%`} or person.pinyin like ${`% ${spelling}%`}) is true`, 'desc')
            .orderBy('person.name').orderBy('person.id').limit(limit).execute();
        return rows.map(each => asHit(asPerson(each)));
    }
}

/** People by link. */
@injectable()
export class PersonEntity implements EntityType {
    readonly package = 'core';
    readonly type = 'people';

    constructor(@inject(PeopleService) private readonly people: PeopleService) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        return asHit(await this.people.get(principal, id));
    }
}
