import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { FormDefinition } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { PhraseDecision, Suggestion } from '../../common/phrases/phrase-contract';
import { type PhraseSuggestion, phraseSuggestions } from '../../common/phrases/phrase-suggestions';
import { type EvaluationFound, visibleEvaluations } from '../evaluation/evaluation-query';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { SpokenReader } from './spoken-reader';

type Caller = Principal & { readonly personId: string };

/** What the phrases of a form suggest for an evaluation, and what its evaluator made of it. */
@injectable()
export class PhraseService {
    constructor(@inject(Database) private readonly database: Database, @inject(FormService) private readonly forms: FormService, @inject(SpokenReader) private readonly spoken: SpokenReader) { }

    async suggested(principal: Caller, id: string): Promise<Suggestion[]> {
        return this.withDecisions(id, await this.suggestions(principal, await this.find(principal, id)));
    }

    /** @throws NOT_FOUND for somebody else's evaluation and where nothing is suggested, CONFLICT `wrong-state` once it is submitted. */
    async decide(principal: Caller, id: string, questionId: string, decision: PhraseDecision): Promise<Suggestion[]> {
        const row = await this.find(principal, id);
        if (row.evaluator_id !== principal.personId) {
            throw notFound();
        }
        if (row.state !== 'draft' && row.state !== 'revision-draft') {
            throw conflict('wrong-state', { state: row.state });
        }
        const suggestions = await this.suggestions(principal, row);
        const suggestion = suggestions.find(each => each.questionId === questionId);
        if (!suggestion) {
            throw notFound();
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (decision === 'open') {
                await transaction.deleteFrom('quality.phrase_decision').where('evaluation_id', '=', id).where('question_id', '=', questionId).execute();
            } else {
                const values = { value: JSON.stringify(suggestion.value), kept: suggestion.kept, places: JSON.stringify(suggestion.places), accepted: decision === 'accepted', decided_at: new Date() };
                await transaction.insertInto('quality.phrase_decision').values({ evaluation_id: id, question_id: questionId, ...values }).onConflict(clash => clash.columns(['evaluation_id', 'question_id']).doUpdateSet(values)).execute();
            }
            log.audit('phrase.decided', 'evaluations', id, { question: questionId, decision });
        });
        return this.withDecisions(id, suggestions);
    }

    private async find(principal: Caller, id: string): Promise<EvaluationFound> {
        return orNotFound(await visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.id', '=', id).executeTakeFirst());
    }

    /** A hint that all get would make blind evaluations agree: they get none. Nor does who may not hear the call. */
    private async suggestions(principal: Caller, row: EvaluationFound): Promise<readonly PhraseSuggestion[]> {
        if (row.purpose !== 'monitoring' || !principal.permissions.has('recording:listen')) {
            return [];
        }
        const heard = await visibleInteractions(this.database.read<QualityTables>(), principal, 'recording:listen').where('interaction.id', '=', row.interaction_id).clearSelect().select('interaction.id').executeTakeFirst();
        const spoken = heard && (await this.spoken.of([row.interaction_id])).get(row.interaction_id);
        return spoken ? phraseSuggestions(spoken, (await this.forms.version(row.form_version_id)).definition as unknown as FormDefinition) : [];
    }

    private async withDecisions(id: string, suggestions: readonly PhraseSuggestion[]): Promise<Suggestion[]> {
        const decided = suggestions.length === 0 ? [] : await this.database.read<QualityTables>().selectFrom('quality.phrase_decision').where('evaluation_id', '=', id).select(['question_id', 'accepted', sql<unknown>`value`.as('value')]).execute();
        return suggestions.map(each => {
            // What was decided about another suggestion, before the transcript was replaced, is not decided about this one.
            const known = decided.find(one => one.question_id === each.questionId && one.value === each.value);
            return { ...each, places: [...each.places], missing: [...each.missing], decision: known ? known.accepted ? 'accepted' : 'ignored' : 'open' };
        });
    }
}
