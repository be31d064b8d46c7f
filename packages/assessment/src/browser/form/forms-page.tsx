import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { useSettled } from '@earshot/core/lib/browser/application/settled';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard/use-page-keys';
import { useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation/hooks';
import { Badge, Button, Checkbox, DataTable, EmptyState, Page, RelativeTime, TextField, type Column } from '@earshot/core/lib/browser/widgets';
import { type Form, assessmentOperations } from '../../common/assessment-contract';
import { formText } from '../form-text';
import { FormPolicyMenu } from './form-policy-menu';
import { NewForm } from './new-form';
import { subjectText } from './words/subject-text';
import { stateIcon, stateText, stateTone, versionText } from './words/state-text';

const versionBadge = (version: Form['draft'], state: 'published' | 'draft' | 'in-review'): React.ReactElement | null => version &&
    <Badge tone={stateTone[state]} icon={stateIcon[state]}>{versionText(version.number)}</Badge>;

const columns = (): readonly Column<Form>[] => [
    { id: 'title', title: nls.localize('earshot/assessment/field/title', 'Title'), fixed: true, width: 240, grow: 2, value: each => formText(each.title) },
    { id: 'key', title: nls.localize('earshot/assessment/form/key', 'Short name'), width: 160, value: each => each.key },
    { id: 'subject', title: nls.localize('earshot/assessment/form/subject', 'What it rates'), width: 120, value: each => subjectText(each.subject) },
    { id: 'published', title: stateText('published'), width: 140, value: each => each.published && versionText(each.published.number), render: each => versionBadge(each.published && { ...each.published, state: 'published' }, 'published') },
    { id: 'draft', title: nls.localize('earshot/assessment/form/in-work', 'In work'), width: 180, value: each => each.draft && `${versionText(each.draft.number)} ${stateText(each.draft.state)}`,
        render: each => each.draft && <>{versionBadge(each.draft, each.draft.state === 'in-review' ? 'in-review' : 'draft')} {stateText(each.draft.state)}</> },
    { id: 'changed', title: nls.localize('earshot/assessment/form/changed', 'Changed'), width: 140, value: each => each.changedAt, render: each => <RelativeTime moment={each.changedAt} /> }
];

/** All evaluation forms: which version is in force, and what is being worked on. */
export default function FormsPage(): React.ReactElement {
    const client = useClient(assessmentOperations);
    const navigate = useNavigate();
    const { may } = useSession();
    const [text, setText] = useQueryParameter('text');
    const [published, setPublished] = useQueryParameter('published');
    const [making, setMaking] = React.useState(false);
    const filter = { text: useSettled(text) || undefined, publishedOnly: published === 'yes' || undefined };
    const forms = useInfiniteQuery({
        queryKey: ['form', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.forms.list({ ...filter, after: pageParam }, { signal }), getNextPageParam: last => last.next
    });
    const mayWrite = may('form:write');
    const create = nls.localize('earshot/assessment/new/title', 'New form');
    usePageKeys(mayWrite ? [{ keys: 'n', title: create, run: () => setMaking(true) }] : []);
    const filtered = Boolean(filter.text ?? filter.publishedOnly);
    return <Page title={nls.localize('earshot/assessment/forms/title', 'Forms')} actions={<>
        {may('settings:write') && <FormPolicyMenu />}
        {mayWrite && <Button variant='primary' icon='add' onClick={() => setMaking(true)}>{create}</Button>}
    </>}>
        <DataTable name='assessment.forms' label={nls.localize('earshot/assessment/forms/title', 'Forms')} columns={columns()} rows={forms.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id}
            onOpen={each => void navigate(`/assessment/forms/${each.id}`)} hasMore={forms.hasNextPage} onMore={() => { if (!forms.isFetchingNextPage) { void forms.fetchNextPage(); } }}
            error={forms.error} onRetry={() => void forms.refetch()}
            toolbar={<>
                <TextField icon='search' clearable aria-label={nls.localize('earshot/assessment/forms/search', 'Search by title or short name')} placeholder={nls.localize('earshot/assessment/forms/search', 'Search by title or short name')} value={text} onChange={setText} />
                <Checkbox label={nls.localize('earshot/assessment/forms/published-only', 'Published only')} checked={published === 'yes'} onChange={on => setPublished(on ? 'yes' : '')} />
            </>}
            empty={filtered ? <EmptyState icon='search' title={nls.localize('earshot/assessment/forms/none-found', 'No form fits.')} />
                : <EmptyState icon='checklist' title={nls.localize('earshot/assessment/forms/none', 'There are no forms yet.')} action={mayWrite && <Button variant='primary' onClick={() => setMaking(true)}>{create}</Button>}>
                    <p>{nls.localize('earshot/assessment/forms/none-hint', 'A form says what is rated and how it counts. Begin with one of the samples and make it yours.')}</p>
                </EmptyState>} />
        {making && <NewForm onClose={() => setMaking(false)} />}
    </Page>;
}
