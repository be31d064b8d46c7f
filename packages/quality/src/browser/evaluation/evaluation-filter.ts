import { oneOf, uuid, withoutGaps } from '@earshot/core/lib/browser/navigation/address-values';
import { evaluationPurposes, type EvaluationState, evaluationStates } from '../../common/evaluation/evaluation-contract';
import { type Occasion, occasions } from '../../common/interaction/channel';
import { dayIn, endOfDay, startOfDay } from '../filter/day-range';

export const evaluationFilterNames = ['from', 'to', 'agent', 'team', 'queue', 'evaluator', 'form', 'lost', 'state', 'purpose', 'occasion'] as const;

/** Which evaluations a list shows; as it stands in the address. Days where the person is. */
export interface EvaluationFilter {
    readonly from?: string;
    readonly to?: string;
    readonly agent?: string;
    readonly team?: string;
    readonly queue?: string;
    readonly evaluator?: string;
    readonly form?: string;
    /** The id of a question of the form on which points were lost. */
    readonly lost?: string;
    readonly state?: EvaluationState;
    readonly purpose?: typeof evaluationPurposes[number];
    readonly occasion?: Occasion;
}

/** The filters in an address; what cannot be one is passed over. */
export const readEvaluationFilter = (query: URLSearchParams): EvaluationFilter => withoutGaps({
    from: dayIn(query.get('from')), to: dayIn(query.get('to')), agent: uuid(query.get('agent')), team: uuid(query.get('team')), queue: query.get('queue')?.slice(0, 200) || undefined, evaluator: uuid(query.get('evaluator')), form: uuid(query.get('form')), lost: uuid(query.get('form')) && query.get('lost')?.slice(0, 64) || undefined,
    state: oneOf(evaluationStates, query.get('state')), purpose: oneOf(evaluationPurposes, query.get('purpose')), occasion: oneOf(occasions, query.get('occasion'))
});

/** Filters that are set; both ends of a range are one. */
export const evaluationFilterCount = ({ from, to, ...others }: EvaluationFilter): number => Object.keys(others).length + ((from ?? to) === undefined ? 0 : 1);

/** What the server is asked for. */
export const evaluationListInput = ({ from, to, agent, team, queue, evaluator, form, lost, state, purpose, occasion }: EvaluationFilter) =>
    withoutGaps({ from: startOfDay(from), to: endOfDay(to), agentId: agent, teamId: team, queue, evaluatorId: evaluator, formId: form, lostOn: lost, state, purpose, occasion });
