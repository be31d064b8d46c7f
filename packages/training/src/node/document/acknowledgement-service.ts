import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { acknowledgeBy, reminderIsDue } from '../../common/document/acknowledgement';
import type { AcknowledgementRow } from '../../common/document/document-contract';
import { versionNumberText } from '../../common/document/version-number';
import type { Tables, TrainingTables, TrainingTransaction } from '../training-tables';
import { changeDocuments, holdDocument, holdVersion, requireWritable } from './document-change';
import { concerned, dutySince, hasAcknowledged, seenReaders } from './document-query';
import { documentReach } from './reach';

type Reader = Principal & { readonly personId: string };
export interface AcknowledgementFilter { readonly id: string; readonly after?: string; readonly limit: number; readonly state?: AcknowledgementRow['state'] }

/** Nobody is reminded by hand more than once within these milliseconds. */
const restMs = 20 * 3_600_000;
/** People that one run of the calendar reminds; the others wait for the next. */
const batch = 1000;

/** Everybody whom documents in effect concern, with what they have acknowledged. */
const readersOf = (database: Kysely<Tables>) => database.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned))
    .leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id')
    .leftJoin('training.acknowledgement_reminder as reminder', join => join.onRef('reminder.document_id', '=', 'document.id').onRef('reminder.person_id', '=', 'person.id').onRef('reminder.major', '=', 'document.major'))
    .leftJoinLateral(of => of.selectFrom('training.acknowledgement as given').select(['given.major', 'given.minor', 'given.hash', 'given.at']).whereRef('given.document_id', '=', 'document.id').whereRef('given.person_id', '=', 'person.id').whereRef('given.major', '=', 'document.major').orderBy('given.at', 'desc').limit(1).as('given'), join => join.onTrue())
    .where('document.state', '=', 'effective')
    .select(['person.id as person_id', 'person.name as person_name', 'team.name as team_name', 'position.name as position_name', 'document.acknowledge_days', 'reminder.reminded_at', 'given.major', 'given.minor', 'given.hash', 'given.at', 'document.id as document_id', 'document.title', 'document.major as document_major'])
    .select(dutySince.as('since'));
type ReaderFound = Awaited<ReturnType<ReturnType<typeof readersOf>['executeTakeFirstOrThrow']>>;

const dueAt = sql<Date>`(${dutySince} + make_interval(days => document.acknowledge_days))`;
const conditions: Readonly<Record<AcknowledgementRow['state'], ReturnType<typeof sql<boolean>>>> = {
    done: hasAcknowledged, missing: sql<boolean>`not ${hasAcknowledged}`, overdue: sql<boolean>`(not ${hasAcknowledged} and ${dueAt} < now())`
};

const show = (row: ReaderFound): AcknowledgementRow => {
    const due = acknowledgeBy(row.since, row.acknowledge_days);
    return {
        personId: row.person_id, personName: row.person_name, teamName: row.team_name, positionName: row.position_name, state: row.at ? 'done' : due.getTime() < Date.now() ? 'overdue' : 'missing', dueAt: due.toISOString(),
        number: row.at ? versionNumberText({ major: row.major!, minor: row.minor! }) : null, hash: row.hash, at: row.at?.toISOString() ?? null, remindedAt: row.reminded_at?.toISOString() ?? null
    };
};

/** Who has read what: given by each for themselves, never taken back, and looked at by those who answer for it. */
@injectable()
export class AcknowledgementService {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND; FORBIDDEN without `acknowledgement:read` */
    async list(principal: Principal, { id, after, limit, state }: AcknowledgementFilter): Promise<{ rows: AcknowledgementRow[]; next?: string; people: number; done: number; overdue: number }> {
        const reach = documentReach(principal);
        const seen = seenReaders(principal);
        const tables = this.database.read<TrainingTables>();
        orNotFound(await tables.selectFrom('training.document as document').select('document.id').where('document.id', '=', id).where(reach.document).executeTakeFirst());
        const counts = await tables.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).where('document.id', '=', id).where('document.state', '=', 'effective').where(seen)
            .select([sql<number>`count(*)::int`.as('people'), sql<number>`(count(*) filter (where ${conditions.done}))::int`.as('done'), sql<number>`(count(*) filter (where ${conditions.overdue}))::int`.as('overdue')]).executeTakeFirstOrThrow();
        let select = readersOf(tables).where('document.id', '=', id).where(seen).orderBy('person.name').orderBy('person.id').limit(limit + 1);
        if (state) { select = select.where(conditions[state]); }
        if (after) {
            const [name, personId] = fromCursor(after, 2);
            select = select.where(sql<boolean>`(person.name, person.id) > (${name}, ${personId}::uuid)`);
        }
        return { ...pageOf(await select.execute(), limit, row => [row.person_name, row.person_id], show), ...counts };
    }

    /**
     * What is acknowledged is a text, by its hash, not a title. Saying it twice changes nothing.
     *
     * @throws NOT_FOUND; CONFLICT 'not-in-effect', 'other-text', 'nothing-to-acknowledge'
     */
    async give(principal: Reader, id: string, hash: string): Promise<string> {
        return changeDocuments(this.database, principal, async (transaction, log) => {
            const { row, document } = await holdVersion(transaction, principal, id);
            if (row.state !== 'effective') {
                throw conflict('not-in-effect', { state: row.state });
            }
            if (row.hash !== hash) {
                throw conflict('other-text', {});
            }
            const person = await transaction.selectFrom('core.person as person').innerJoin('training.document as document', join => join.on('document.id', '=', document.id)).select('person.team_id').where('person.id', '=', principal.personId).where(concerned).executeTakeFirst();
            if (!person) {
                throw conflict('nothing-to-acknowledge', {});
            }
            await transaction.insertInto('training.acknowledgement').values({ version_id: id, person_id: principal.personId, document_id: document.id, major: row.major, minor: row.minor, hash, at: new Date() }).onConflict(found => found.doNothing()).execute();
            log.audit('document.acknowledged', 'documents', document.id, { version: id, major: row.major, minor: row.minor, hash });
            log.event({ type: 'acknowledgement.given', entityId: document.id }, { people: [principal.personId, ...document.owner_id ? [document.owner_id] : []], ...document.restricted ? {} : { permission: 'acknowledgement:read', teamId: person.team_id } });
            return document.id;
        });
    }

    /** Reminds those who have not read it, now. @returns how many. @throws NOT_FOUND; FORBIDDEN; CONFLICT 'not-in-effect' */
    async remind(principal: Principal, id: string, personIds: readonly string[] | undefined, now = new Date()): Promise<number> {
        return changeDocuments(this.database, principal, async (transaction, log) => {
            const { document, writable } = await holdDocument(transaction, principal, id);
            requireWritable(writable);
            if (document.state !== 'effective') {
                throw conflict('not-in-effect', { state: document.state });
            }
            let select = readersOf(transaction).where('document.id', '=', id).where(conditions.missing).where(sql<boolean>`coalesce(reminder.reminded_at < ${new Date(now.getTime() - restMs)}, true)`);
            if (personIds?.length) { select = select.where('person.id', 'in', [...personIds]); }
            const people = await select.execute();
            await this.tell(transaction, log, people, now);
            log.audit('document.reminded', 'documents', id, { people: people.length });
            return people.length;
        });
    }

    /** Reminds whoever is late, by the calendar. @returns how many */
    async remindLate(now: Date): Promise<number> {
        const waiting = await readersOf(this.database.read<TrainingTables>()).where(conditions.missing).where(sql<boolean>`${dueAt} <= ${new Date(now.getTime() + 86_400_000)}`).orderBy(sql`coalesce(reminder.reminded_at, '-infinity')`).limit(batch).execute();
        const late = waiting.filter(each => reminderIsDue({ dueAt: acknowledgeBy(each.since, each.acknowledge_days), remindedAt: each.reminded_at, now }));
        for (const id of new Set(late.map(each => each.document_id))) {
            await changeDocuments(this.database, systemPrincipal('calendar'), async (transaction, log) => {
                const people = late.filter(each => each.document_id === id);
                await this.tell(transaction, log, people, now);
                log.audit('document.reminded', 'documents', id, { people: people.length });
            });
        }
        return late.length;
    }

    private async tell(transaction: TrainingTransaction, log: ChangeLog, people: readonly ReaderFound[], now: Date): Promise<void> {
        await sql`insert into training.acknowledgement_reminder (document_id, major, person_id, reminded_at)
            select late.document_id, late.major, late.person_id, ${now}::timestamptz from unnest(${people.map(each => each.document_id)}::uuid[], ${people.map(each => each.document_major)}::integer[], ${people.map(each => each.person_id)}::uuid[]) as late (document_id, major, person_id)
            on conflict (document_id, major, person_id) do update set reminded_at = excluded.reminded_at`.execute(transaction);
        for (const each of people) {
            log.notify(each.person_id, 'document.reminder', { title: each.title, dueAt: acknowledgeBy(each.since, each.acknowledge_days).toISOString() }, linkTo('training', 'documents', each.document_id));
        }
    }
}

