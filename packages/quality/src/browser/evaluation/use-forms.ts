import { useQuery } from '@tanstack/react-query';
import { assessmentOperations, type Form } from '@earshot/assessment/lib/common/assessment-contract';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useClient, usePreference, useSession } from '@earshot/core/lib/browser/application';
import { compareTexts } from '@earshot/core/lib/browser/widgets';

const none: readonly Form[] = [];

/** The published forms by title, and the one that the person took last. */
export function useForms(): { readonly forms: readonly Form[] | undefined; readonly preferred: Form | undefined; prefer(id: string): void } {
    const client = useClient(assessmentOperations);
    const mayRead = useSession().may('form:read');
    const [last, prefer] = usePreference<string>('quality.form', '');
    const { data } = useQuery({
        queryKey: ['form', 'published'], enabled: mayRead,
        queryFn: async ({ signal }) => (await client.forms.list({ publishedOnly: true, subject: 'interaction', limit: 200 }, { signal })).rows as Form[]
    });
    const forms = data && [...data].sort((one, other) => compareTexts(formText(one.title), formText(other.title)));
    return { forms: mayRead ? forms : none, preferred: forms?.find(each => each.id === last) ?? forms?.[0], prefer };
}
