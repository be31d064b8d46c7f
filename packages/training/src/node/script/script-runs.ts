import type { Hit } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { EntityType, Person } from '@earshot/core/lib/node/work/work-contributions';
import { WorkService } from '@earshot/core/lib/node/work/work-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import { versionNumberText } from '../../common/document/version-number';
import { extendPath, type Told } from '../../common/script/run-evidence';
import type { Script } from '../../common/script/script';
import type { StoredRun } from '../../common/script/script-run-contract';
import { documentReach } from '../document/reach';
import { RepeatedRequest } from '../repeated-request';
import type { Tables, TrainingTables } from '../training-tables';

const runs = (database: Kysely<Tables>, principal: Principal, permission: string) => database.selectFrom('training.script_run as run').innerJoin('training.document_version as version', 'version.id', 'run.version_id')
    .innerJoin('training.document as document', 'document.id', 'version.document_id').innerJoin('core.person as person', 'person.id', 'run.person_id').where(withinScope(principal, permission, { owners: ['run.person_id'], team: 'person.team_id' }))
    .selectAll('run').select(['version.document_id', 'version.content', 'version.major', 'version.minor', 'person.name as person_name']);

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

const show = (row: Row): StoredRun => ({
    id: row.id, documentId: row.document_id, versionId: row.version_id, title: row.content.title, number: versionNumberText(row), language: row.content.language, personId: row.person_id, personName: row.person_name,
    interaction: row.interaction, script: row.content.script!, path: row.path.map(each => ({ ...each })), outcome: row.outcome, begunAt: row.begun_at.toISOString()
});

const outcomeAt = (script: Script, stepId: string): string | null => {
    const step = script.steps.find(each => each.id === stepId);
    return step && step.choices.length === 0 ? step.outcome ?? null : null;
};

/** Who went which way through a call script, and when: what an evaluator sees of what an agent saw. */
@injectable()
export class ScriptRuns {
    constructor(@inject(Database) private readonly database: Database, @inject(WorkService) private readonly work: WorkService) { }

    /**
     * A request whose answer was lost can be repeated with the same `id`: what is there is the answer, even if the script is no longer in effect.
     *
     * @throws NOT_FOUND for a version, or a call, that the caller may not see, and for the id of a run of somebody else or of another script; CONFLICT 'script-not-in-effect'
     */
    async begin(principal: Person, { id = newId(), versionId, interaction }: { readonly id?: string | undefined; readonly versionId: string; readonly interaction: string | null }, now = new Date()): Promise<StoredRun> {
        scopeOf(principal, 'script-run:write');
        const isKnown = async (): Promise<boolean> => {
            const known = await this.database.read<TrainingTables>().selectFrom('training.script_run').select(['person_id', 'version_id']).where('id', '=', id).executeTakeFirst();
            if (known && (known.person_id !== principal.personId || known.version_id !== versionId)) {
                throw notFound();
            }
            return known !== undefined;
        };
        if (await isKnown()) {
            return this.get(principal, id);
        }
        if (interaction !== null) {
            await this.work.resolveLink(principal, interaction);
        }
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const reach = documentReach(principal);
            const { content, state } = orNotFound(await transaction.selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
                .select(['version.content', 'version.state']).where('version.id', '=', versionId).where(reach.document).where(reach.version('version')).executeTakeFirst());
            if (state !== 'effective' || !content.script) {
                throw conflict('script-not-in-effect', {});
            }
            const path = [{ stepId: content.script.start, choiceId: null, at: now.toISOString() }];
            const { numInsertedOrUpdatedRows: begun } = await transaction.insertInto('training.script_run').values({ id, version_id: versionId, person_id: principal.personId, interaction, path: JSON.stringify(path), outcome: outcomeAt(content.script, content.script.start), begun_at: now, changed_at: now })
                .onConflict(conflicting => conflicting.column('id').doNothing()).executeTakeFirstOrThrow();
            // the first request may still have been on its way when this one looked
            if (begun === 0n) {
                throw new RepeatedRequest();
            }
            log.audit('script-run.begun', 'script-runs', id, { version: versionId, interaction });
        }).catch(async (error: unknown) => {
            if (!(error instanceof RepeatedRequest) || !await isKnown()) {
                throw error;
            }
        });
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND for a run of somebody else; CONFLICT 'path-differs'; INVALID 'step-unknown', 'way-unknown', 'path-too-long' */
    async go(principal: Person, { id, path: told }: { readonly id: string; readonly path: readonly Told[] }, now = new Date()): Promise<StoredRun> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const row = orNotFound(await runs(transaction, principal, 'script-run:write').where('run.id', '=', id).forUpdate('run').executeTakeFirst());
            const extended = extendPath(row.content.script!, row.path, told, now.toISOString());
            if ('problem' in extended) {
                throw extended.problem === 'path-differs' ? conflict('path-differs', {}) : invalid([{ path: 'path', code: extended.problem }]);
            }
            await transaction.updateTable('training.script_run').set({ path: JSON.stringify(extended.path), outcome: outcomeAt(row.content.script!, extended.path.at(-1)!.stepId), changed_at: now }).where('id', '=', id).execute();
            log.audit('script-run.saved', 'script-runs', id, { steps: extended.path.length });
        });
        return this.get(principal, id);
    }

    /**
     * Says for which call a run is, or for none; the way and its times stay.
     *
     * @throws NOT_FOUND for a run of somebody else, and for a call that the caller may not see
     */
    async link(principal: Person, { id, interaction }: { readonly id: string; readonly interaction: string | null }, now = new Date()): Promise<StoredRun> {
        if (interaction !== null) {
            await this.work.resolveLink(principal, interaction);
        }
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const row = orNotFound(await runs(transaction, principal, 'script-run:write').where('run.id', '=', id).forUpdate('run').executeTakeFirst());
            await transaction.updateTable('training.script_run').set({ interaction, changed_at: now }).where('id', '=', id).execute();
            log.audit('script-run.linked', 'script-runs', id, { interaction, before: row.interaction });
        });
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<StoredRun> {
        return show(orNotFound(await runs(this.database.read<TrainingTables>(), principal, 'script-run:read').where('run.id', '=', id).executeTakeFirst()));
    }
}

/** Runs by link: they stand with what was used in a call. */
@injectable()
export class ScriptRunEntity implements EntityType {
    readonly package = 'training';
    readonly type = 'script-runs';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        if (!principal.permissions.has('script-run:read')) {
            return undefined;
        }
        const row = await runs(this.database.read<TrainingTables>(), principal, 'script-run:read').where('run.id', '=', id).executeTakeFirst();
        return row && { kind: 'script-run', id, title: row.content.title, subtitle: row.person_name, link: linkTo('training', 'script-runs', id) };
    }
}
