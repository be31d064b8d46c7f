import { inject, injectable } from '@theia/core/shared/inversify';
import type { Hit } from '../../common/house-contract';
import type { AnswerUse, LinkedAnswer, ShownVersion } from '../../common/search/search-contract';
import { conflict, notFound, orNotFound } from '../api/failure';
import { parseLink } from '../../common/linking/entity-link';
import { sql } from 'kysely';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import type { Person } from '../work/work-contributions';
import { WorkService } from '../work/work-service';
import type { SearchTables } from './search-tables';

/** Shown for one interaction at most, and noted for one by one person. */
const most = 200;

/** What was opened or read out during an interaction. Whoever may see the interaction sees what of it was for them then, though it may be changed or withdrawn by now. */
@injectable()
export class LinkedAnswers {
    constructor(@inject(Database) private readonly database: Database, @inject(WorkService) private readonly work: WorkService) { }

    /** @throws NOT_FOUND for an interaction that the caller may not see. */
    async list(principal: Person, interaction: string): Promise<LinkedAnswer[]> {
        await this.work.resolveLink(principal, interaction);
        const rows = await this.rows().where('answer.interaction', '=', interaction).orderBy('answer.at').orderBy('answer.id').limit(most).execute();
        const answers = await Promise.all(rows.map(async row => {
            const shown = row.version === null ? undefined : await this.work.pastOf(principal, row.link, row.version);
            const hit = shown ?? await this.work.nameLink(principal, row.link);
            return hit ? [asLinked(row, hit, shown, principal)] : [];
        }));
        return answers.flat();
    }

    /** Once for a person, an interaction and an answer, however often it was looked at: with the version that was seen first, and the most that was done with it. */
    async link(principal: Person, { interaction, link, how = 'used' }: { readonly interaction: string; readonly link: string; readonly how?: AnswerUse }): Promise<LinkedAnswer> {
        const hit = orNotFound(await this.work.nameLink(principal, link));
        await this.work.resolveLink(principal, interaction);
        const version = await this.work.versionOf(link) ?? null;
        const id = await this.database.write<string, SearchTables>(principal, async (transaction, log) => {
            const { count } = await transaction.selectFrom('core.linked_answer').select(({ fn }) => fn.countAll<number>().as('count'))
                .where('interaction', '=', interaction).where('person_id', '=', principal.personId).executeTakeFirstOrThrow();
            if (count >= most) {
                throw conflict('too-many', { most });
            }
            const row = await transaction.insertInto('core.linked_answer').values({ id: newId(), person_id: principal.personId, interaction, link, version, how })
                .onConflict(same => same.columns(['interaction', 'link', 'person_id']).doUpdateSet({ how: more })).returning('id').executeTakeFirstOrThrow();
            log.audit('answer.linked', 'interactions', parseLink(interaction)?.id ?? interaction, { link, how });
            log.event({ type: 'linked-answer.changed', entityId: row.id }, { people: [principal.personId] });
            return row.id;
        });
        const row = await this.rows().where('answer.id', '=', id).executeTakeFirstOrThrow();
        return asLinked(row, hit, row.version === null ? undefined : await this.work.pastOf(principal, link, row.version), principal);
    }

    /** @throws NOT_FOUND for what somebody else noted. */
    async unlink(principal: Person, id: string): Promise<void> {
        await this.database.write<void, SearchTables>(principal, async (transaction, log) => {
            const row = await transaction.deleteFrom('core.linked_answer').where('id', '=', id).where('person_id', '=', principal.personId).returning(['interaction', 'link']).executeTakeFirst();
            if (!row) {
                throw notFound();
            }
            log.audit('answer.unlinked', 'interactions', parseLink(row.interaction)?.id ?? row.interaction, { link: row.link });
            log.event({ type: 'linked-answer.changed', entityId: id }, { people: [principal.personId] });
        });
    }

    private rows() {
        return this.database.read<SearchTables>().selectFrom('core.linked_answer as answer').innerJoin('core.person as person', 'person.id', 'answer.person_id')
            .select(['answer.id', 'answer.interaction', 'answer.link', 'answer.at', 'answer.person_id', 'answer.version', 'answer.how', 'person.name']);
    }
}

/** Opened, read out, used: what says more stays. */
const more = sql<AnswerUse>`case when excluded.how = 'used' or excluded.how = 'read-out' and linked_answer.how = 'opened' then excluded.how else linked_answer.how end`;

interface Row { readonly id: string; readonly interaction: string; readonly link: string; readonly at: Date; readonly person_id: string; readonly name: string; readonly how: AnswerUse }

const asLinked = ({ id, interaction, link, at, person_id, name, how }: Row, { kind, title }: Hit, shown: ShownVersion | undefined, { personId }: Person): LinkedAnswer => ({
    id, interaction, link, kind, title, at: at.toISOString(), personName: name, own: person_id === personId, how, shown: shown ? { path: shown.path, title: shown.title, state: shown.state } : null
});
