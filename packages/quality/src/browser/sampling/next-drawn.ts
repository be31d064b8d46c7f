import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { qualityContract } from '../../common/quality-contract';

/** Where somebody comes from who scores what was drawn for them, in the address of an evaluation; no list of calls has such a filter. */
export const queueOrigin = 'drawn';

/** Begins the next drawn call, or goes on with it, and opens it. */
export function useNextDrawn(replace: boolean) {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    return useChange({
        run: () => client.sampling.next(), invalidates: [['sampling', 'queue'], ['evaluation', 'list']],
        then: ({ evaluationId }) => void navigate(evaluationId ? `/quality/evaluations/${evaluationId}` : '/quality/to-score', { query: evaluationId ? { from: queueOrigin } : {}, replace })
    });
}
