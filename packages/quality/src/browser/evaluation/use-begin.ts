import { useQueryClient } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';

export interface Beginning {
    readonly interactionId: string;
    readonly formId: string;
    /** The filters of the list that the person comes from: it decides which call is next. */
    readonly from: string;
    readonly replace?: boolean;
}

/** Begins an evaluation, or finds the person's own one again, and opens it. */
export function useBegin() {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const queries = useQueryClient();
    return useChange({
        run: ({ interactionId, formId }: Beginning) => client.evaluations.begin({ interactionId, formId }) as Promise<Evaluation>,
        then: ({ id }, { from, replace }) => {
            void queries.invalidateQueries({ queryKey: ['evaluation', 'list'] });
            void navigate(`/quality/evaluations/${id}`, { query: { from }, replace });
        }
    });
}
