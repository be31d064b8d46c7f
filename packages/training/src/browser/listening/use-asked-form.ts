import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { assessmentOperations } from '@earshot/assessment/lib/common/assessment-contract';
import type { FormDefinition } from '@earshot/forms';
import type { FormVersionReference } from '../../common/question/question';

/** The form on which a call is rated, in the version that the question names. Versions that were published never change. */
export function useAskedForm({ formId, version }: FormVersionReference): UseQueryResult<FormDefinition> {
    const client = useClient(assessmentOperations);
    return useQuery({
        queryKey: ['form', 'asked', formId, version], enabled: formId !== '', retry: false, staleTime: Infinity,
        queryFn: async ({ signal }) => {
            const { versions } = await client.forms.get({ id: formId }, { signal });
            const found = versions.find(each => each.number === version);
            if (!found) {
                throw new Error(`There is no version ${version} of the form.`);
            }
            return (await client.forms.version({ id: found.id }, { signal })).definition as unknown as FormDefinition;
        }
    });
}
