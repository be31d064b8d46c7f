import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import { RulingService } from '@earshot/assessment/lib/node/ruling/ruling-service';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { allQuestions, type FormDefinition } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { CalibrationResult } from '../../common/calibration/calibration-contract';
import { calibrationPeriodDays, isUnblinded } from '../../common/calibration/calibration-state';
import type { CalibrationSummary } from '../../common/calibration/calibration-summary';
import type { CalibrationPanel } from '../../common/calibration/panel';
import { rulesAgainst, withRules } from '../../common/calibration/transcript-rules';
import { phraseSuggestions } from '../../common/phrases/phrase-suggestions';
import { SpokenReader } from '../phrases/spoken-reader';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';
import { type CalibrationFound, showCalibration } from './calibration-query';
import { CalibrationService } from './calibration-service';
import { showCoefficient, showResult, type ResultNames } from './show-result';
import { SummaryThread } from './summary-thread';

type Caller = Principal & { readonly personId: string };
const dayMs = 86_400_000;
/** Sessions that the trend and an evaluator's history look back on. */
const longestHistory = 24;
const mostRemembered = 200;

/** What closed sessions say: agreement, consensus, rulings, trend, and when everybody was last calibrated. */
@injectable()
export class CalibrationResults {
    /** Computing takes a processor for seconds where a panel is large. The ratings of a closed session never change, only what the panel agrees on. */
    private readonly summaries = new Map<string, { readonly consensus: string; readonly summary: Promise<CalibrationSummary> }>();

    constructor(
        @inject(Database) private readonly database: Database, @inject(CalibrationService) private readonly sessions: CalibrationService,
        @inject(FormService) private readonly forms: FormService, @inject(RulingService) private readonly rulings: RulingService, @inject(SummaryThread) private readonly thread: SummaryThread,
        @inject(SpokenReader) private readonly spoken: SpokenReader
    ) { }

    /** @param rules whether the phrases of the form count as one more rater, or only stand beside the people. */
    async result(principal: Caller, id: string, rules: 'beside' | 'counted' = 'beside'): Promise<CalibrationResult> {
        const session = await this.unblinded(principal, id);
        const { panel, names } = await this.load(session);
        const rulings = (await this.rulings.list(session.form_id)).filter(each => each.decidedIn === linkTo('quality', 'calibrations', id));
        const spoken = await this.spoken.of(panel.interactionIds);
        const all = withRules(panel, new Map([...spoken].map(([call, said]) => [call, phraseSuggestions(said, panel.form)])));
        const counted = rules === 'counted' && all !== panel;
        const summary = counted ? await this.thread.summaryOf(all) : await this.summaryOf(id, panel);
        const beside = counted ? null : rulesAgainst(panel, all);
        return showResult(showCalibration(session), all, beside ? { ...summary, raters: [...summary.raters, beside] } : summary, names, rulings);
    }

    /** The rating that the panel agrees on; `null` for "not applicable". */
    async agree(principal: Caller, input: { readonly id: string; readonly interactionId: string; readonly questionId: string; readonly rating: number | null }): Promise<void> {
        const session = await this.unsettled(principal, input.id);
        await this.demandQuestion(session, input.questionId);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (!await transaction.selectFrom('quality.calibration_call').select('place').where('session_id', '=', input.id).where('interaction_id', '=', input.interactionId).executeTakeFirst()) {
                throw notFound();
            }
            await transaction.insertInto('quality.calibration_consensus').values({ session_id: input.id, interaction_id: input.interactionId, question_id: input.questionId, rating: input.rating })
                .onConflict(clash => clash.columns(['session_id', 'interaction_id', 'question_id']).doUpdateSet({ rating: input.rating })).execute();
            log.audit('calibration.agreed', 'calibrations', input.id, { interaction: input.interactionId, question: input.questionId });
            log.event({ type: 'calibration.changed', entityId: input.id }, { permission: 'calibration:read' });
        });
    }

    /** Takes back what the panel had agreed on. @throws NOT_FOUND when it had agreed on nothing there. */
    async withdraw(principal: Caller, input: { readonly id: string; readonly interactionId: string; readonly questionId: string }): Promise<void> {
        await this.unsettled(principal, input.id);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.deleteFrom('quality.calibration_consensus').where('session_id', '=', input.id).where('interaction_id', '=', input.interactionId).where('question_id', '=', input.questionId)
                .returning('question_id').executeTakeFirst());
            log.audit('calibration.agreement-withdrawn', 'calibrations', input.id, { interaction: input.interactionId, question: input.questionId });
            log.event({ type: 'calibration.changed', entityId: input.id }, { permission: 'calibration:read' });
        });
    }

    /** The ruling that stands beside the question from now on; empty text withdraws it. */
    async rule(principal: Caller, input: { readonly id: string; readonly questionId: string; readonly text: string }): Promise<void> {
        const session = await this.unblinded(principal, input.id);
        await this.demandQuestion(session, input.questionId);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await this.rulings.set(transaction, log, { formId: session.form_id, questionId: input.questionId, text: input.text, decidedIn: linkTo('quality', 'calibrations', input.id) });
            log.event({ type: 'calibration.changed', entityId: input.id }, { permission: 'calibration:read' });
        });
    }

    /** Agreement of closed sessions in order of time, oldest first. */
    async trend(principal: Caller, formId: string | undefined) {
        const { rows } = await this.sessions.list(principal, { limit: 500 });
        const closed = rows.filter(each => isUnblinded(each.state) && (!formId || each.formId === formId)).slice(0, longestHistory).reverse();
        return Promise.all(closed.map(async each => {
            const { panel } = await this.load(await this.sessions.find(principal, each.id));
            const { exact, icc, raters } = await this.summaryOf(each.id, panel);
            const compared = raters.filter(rater => rater.withinTolerance !== null);
            const n = compared.reduce((sum, rater) => sum + rater.n, 0);
            return {
                sessionId: each.id, title: each.title, closedAt: each.closedAt!, exact: showCoefficient('exact', exact), icc: showCoefficient('ICC(2,1)', icc),
                withinTolerance: { share: n ? compared.reduce((sum, rater) => sum + rater.withinTolerance! * rater.n, 0) / n : null, n }
            };
        }));
    }

    /** Everybody who evaluates, with the last session in which they scored and how lenient they were there. */
    async evaluators(principal: Caller) {
        const people = await permissionHolders(this.database.read<QualityTables>(), 'evaluation:write')
            .select(['person.name', sql<number>`(select count(distinct each.session_id) from quality.evaluation each join quality.calibration session on session.id = each.session_id where each.evaluator_id = person.id and each.state = 'submitted' and session.closed_at is not null)`.as('sessions'),
                sql<{ id: string; closed_at: string } | null>`(select json_build_object('id', session.id, 'closed_at', session.closed_at) from quality.evaluation each join quality.calibration session on session.id = each.session_id where each.evaluator_id = person.id and each.state = 'submitted' and session.closed_at is not null order by session.closed_at desc limit 1)`.as('last')])
            .orderBy('person.name').execute();
        const summaries = new Map<string, Promise<CalibrationSummary>>();
        const summaryOf = (id: string): Promise<CalibrationSummary> => {
            const known = summaries.get(id) ?? this.sessions.find(principal, id).then(session => this.load(session)).then(({ panel }) => this.summaryOf(id, panel));
            summaries.set(id, known);
            return known;
        };
        return Promise.all(people.map(async each => {
            const lastAt = each.last ? new Date(each.last.closed_at) : null;
            const due = lastAt && new Date(lastAt.getTime() + calibrationPeriodDays * dayMs);
            return {
                personId: each.id, name: each.name, sessions: each.sessions, lastCalibratedAt: lastAt?.toISOString() ?? null, dueAt: due?.toISOString() ?? null, overdue: !due || due.getTime() < Date.now(),
                leniency: each.last ? (await summaryOf(each.last.id)).raters.find(one => one.raterId === each.id)?.mean ?? null : null
            };
        }));
    }

    private summaryOf(id: string, panel: CalibrationPanel): Promise<CalibrationSummary> {
        const consensus = JSON.stringify(panel.consensus);
        const known = this.summaries.get(id);
        const summary = known?.consensus === consensus ? known.summary : this.thread.summaryOf(panel);
        this.summaries.delete(id);
        this.summaries.set(id, { consensus, summary });
        summary.catch(() => { // whoever waits hears of it; the next one tries again
            if (this.summaries.get(id)?.summary === summary) {
                this.summaries.delete(id);
            }
        });
        if (this.summaries.size > mostRemembered) {
            this.summaries.delete(this.summaries.keys().next().value!);
        }
        return summary;
    }

    private async unblinded(principal: Caller, id: string): Promise<CalibrationFound> {
        const session = await this.sessions.find(principal, id);
        if (!isUnblinded(session.state)) {
            throw conflict('still-blind', { state: session.state });
        }
        return session;
    }

    private async unsettled(principal: Caller, id: string): Promise<CalibrationFound> {
        const session = await this.unblinded(principal, id);
        if (session.state === 'settled') {
            throw conflict('session-settled');
        }
        return session;
    }

    private async demandQuestion(session: CalibrationFound, questionId: string): Promise<void> {
        const { definition } = await this.forms.version(session.form_version_id);
        if (!allQuestions(definition as unknown as FormDefinition).some(({ question }) => question.id === questionId)) {
            throw invalid([{ path: 'questionId', code: 'unknown-question' }]);
        }
    }

    private async load(session: CalibrationFound): Promise<{ panel: CalibrationPanel; names: ResultNames }> {
        const database = this.database.read<QualityTables>();
        const [form, calls, raters, evaluations, consensus] = await Promise.all([
            this.forms.version(session.form_version_id),
            database.selectFrom('quality.calibration_call as call').innerJoin('quality.interaction as interaction', 'interaction.id', 'call.interaction_id').where('call.session_id', '=', session.id).orderBy('call.place')
                .select(['interaction.id', 'interaction.call_id', 'interaction.started_at', 'interaction.channel', 'interaction.occasion', 'interaction.scenario', 'interaction.recording_id']).execute(),
            database.selectFrom('quality.calibration_rater as rater').innerJoin('core.person as person', 'person.id', 'rater.person_id').where('rater.session_id', '=', session.id).orderBy('person.name').select(['person.id', 'person.name']).execute(),
            database.selectFrom('quality.evaluation as evaluation').innerJoin('assessment.filled_form as filled', 'filled.id', 'evaluation.filled_form_id').where('evaluation.session_id', '=', session.id).where('evaluation.state', '=', 'submitted')
                .select(['evaluation.id', 'evaluation.evaluator_id', 'evaluation.interaction_id', 'filled.answers', 'filled.evidence', 'evaluation.percent']).execute(),
            database.selectFrom('quality.calibration_consensus').where('session_id', '=', session.id).orderBy('interaction_id').orderBy('question_id').selectAll().execute()
        ]);
        return {
            panel: {
                form: form.definition as unknown as FormDefinition, interactionIds: calls.map(each => each.id), raterIds: raters.map(each => each.id), expertId: session.expert_id, tolerance: session.tolerance,
                evaluations: evaluations.map(each => ({ evaluationId: each.id, raterId: each.evaluator_id, interactionId: each.interaction_id, answers: each.answers, percent: each.percent })),
                consensus: consensus.map(each => ({ interactionId: each.interaction_id, questionId: each.question_id, rating: each.rating }))
            },
            names: {
                raters: new Map(raters.map(each => [each.id, each.name])), calls: new Map(calls.map(each => [each.id, { callId: each.call_id, startedAt: each.started_at.toISOString(), channel: each.channel, occasion: each.occasion, scenario: each.scenario, recordingId: each.recording_id }])),
                evidence: new Map(evaluations.map(each => [each.id, each.evidence]))
            }
        };
    }
}
