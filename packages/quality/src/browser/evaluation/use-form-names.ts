import { useQuery } from '@tanstack/react-query';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { assessmentOperations } from '@earshot/assessment/lib/common/assessment-contract';
import { storedForm } from '@earshot/assessment/lib/common/form/stored-form';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { allQuestions } from '@earshot/forms';

/** What a form in a filter is called, and a question of it: the newest version that has the question says so. Empty until it is known, or where it cannot be. */
export function useFormNames(formId: string | undefined, questionId: string | undefined): { readonly form: string; readonly question: string } {
    const client = useClient(assessmentOperations);
    const mayRead = useSession().may('form:read');
    const { data } = useQuery({
        queryKey: ['form', 'names', formId, questionId], enabled: mayRead && formId !== undefined, staleTime: 300_000,
        queryFn: async ({ signal }) => {
            const { title, versions } = await client.forms.get({ id: formId! }, { signal });
            for (const { id } of questionId === undefined ? [] : versions) {
                const { definition } = await client.forms.version({ id }, { signal });
                const found = allQuestions(storedForm(definition)).find(each => each.question.id === questionId);
                if (found) {
                    return { title, question: found.question.text };
                }
            }
            return { title, question: undefined };
        }
    });
    return { form: formText(data?.title), question: formText(data?.question) };
}
