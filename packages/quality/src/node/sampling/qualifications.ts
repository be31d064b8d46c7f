import { requireFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Qualification } from '../../common/sampling/sampling-contract';
import { ableToEvaluate } from '../evaluation/evaluators';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

/** Who is qualified to score on which form: nobody else is given calls of a draw on it. */
@injectable()
export class Qualifications {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(): Promise<Qualification[]> {
        const database = this.database.read<QualityTables>();
        const [people, rows] = await Promise.all([permissionHolders(database, 'evaluation:write').select('person.name').orderBy('person.name').execute(), database.selectFrom('quality.evaluator_form').selectAll().execute()]);
        return people.map(({ id, name }) => ({ personId: id, name, formIds: rows.filter(each => each.person_id === id).map(each => each.form_id) }));
    }

    async set(principal: Principal, { personId, formId, qualified }: { readonly personId: string; readonly formId: string; readonly qualified: boolean }): Promise<void> {
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await requireFormFor(transaction, formId, 'interaction');
            orNotFound(await transaction.selectFrom('core.person').select('id').where('id', '=', personId).executeTakeFirst());
            if (qualified && !(await ableToEvaluate(transaction, [personId])).has(personId)) {
                throw invalid([{ path: 'personId', code: 'may-not-evaluate' }]);
            }
            if (qualified) {
                await transaction.insertInto('quality.evaluator_form').values({ person_id: personId, form_id: formId }).onConflict(clash => clash.doNothing()).execute();
            } else {
                await transaction.deleteFrom('quality.evaluator_form').where('person_id', '=', personId).where('form_id', '=', formId).execute();
            }
            log.audit(qualified ? 'evaluator.qualified' : 'evaluator.disqualified', 'persons', personId, { form: formId });
            log.event({ type: 'sampling.changed', entityId: personId }, { permission: 'sampling:read' });
        });
    }
}
