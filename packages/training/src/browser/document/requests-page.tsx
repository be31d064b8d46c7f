import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Beside, Button, type Column, DataTable, EmptyState, Facts, Field, FormErrors, formatDateTime, Page, RelativeTime, Segmented, SidePanel, TextArea } from '@earshot/core/lib/browser/widgets';
import { Discussion } from '@earshot/writing/lib/browser/comment/discussion';
import type { Comment } from '@earshot/writing/lib/common/comment/comment-contract';
import { type ChangeRequest, requestStates } from '../../common/document/care-contract';
import { trainingContract } from '../../common/training-contract';
import { clauseText, requestStateText, requestTone } from './care-words';

interface Found { rows: ChangeRequest[]; next?: string }

const columns = (): readonly Column<ChangeRequest>[] => [
    { id: 'text', title: nls.localize('earshot/training/column/request', 'What is asked for'), fixed: true, width: 260, grow: 4, value: each => each.text, render: each => <span className='t-ellipsis'>{each.text}</span> },
    { id: 'document', title: nls.localize('earshot/training/document/title', 'Document'), width: 190, grow: 1, value: each => each.documentTitle },
    { id: 'clause', title: nls.localize('earshot/training/clause/title', 'Clause'), width: 150, value: clauseText },
    { id: 'state', title: nls.localize('earshot/training/column/state', 'State'), width: 110, grow: 0, value: each => requestStateText(each.state), render: each => <Badge tone={requestTone(each.state)}>{requestStateText(each.state)}</Badge> },
    { id: 'comments', title: nls.localize('earshot/training/column/comments', 'Discussed'), width: 90, grow: 0, numeric: true, value: each => each.comments },
    { id: 'person', title: nls.localize('earshot/training/column/asked-by', 'Asked by'), width: 110, value: each => each.personName },
    { id: 'at', title: nls.localize('earshot/training/column/asked-at', 'Asked'), width: 120, grow: 0, value: each => each.createdAt, render: each => <RelativeTime moment={each.createdAt} /> }
];

/** What people would have changed: one’s own requests, and those that one decides about. */
export default function RequestsPage({ query }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const setQuery = useSetQuery();
    const state = requestStates.find(each => each === query.get('state'));
    const requests = useInfiniteQuery({
        queryKey: ['document', 'requests', state], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.changeRequests.list({ state, after: pageParam, limit: 100 }, { signal }) as Promise<Found>, getNextPageParam: last => last.next
    });
    const rows = React.useMemo(() => requests.data?.pages.flatMap(each => each.rows), [requests.data]);
    const all = React.useMemo(columns, []);
    const beside = query.get('beside');
    const open = rows?.find(each => each.id === beside);
    const title = nls.localize('earshot/training/requests/title', 'Change requests');
    return <Page title={title} subtitle={nls.localize('earshot/training/requests/subtitle', 'To ask for one, open a document and choose the clause.')}>
        <Beside panel={open && <RequestPanel key={open.id} request={open} onClose={() => setQuery({ beside: null })} />}>
            <DataTable name='training.requests' label={title} columns={all} rows={rows} keyOf={each => each.id} openKey={beside} onOpen={row => setQuery({ beside: row.id })} error={requests.error} onRetry={() => void requests.refetch()}
                hasMore={requests.hasNextPage} onMore={() => { if (!requests.isFetchingNextPage) { void requests.fetchNextPage(); } }}
                toolbar={<Segmented<ChangeRequest['state'] | 'all'> label={nls.localize('earshot/training/column/state', 'State')} value={state ?? 'all'} onChange={value => setQuery({ state: value === 'all' ? null : value })}
                    options={[{ value: 'all', label: nls.localize('earshot/training/readers/all', 'All') }, ...requestStates.map(value => ({ value, label: requestStateText(value) }))]} />}
                empty={<EmptyState icon='comment-discussion' title={nls.localize('earshot/training/requests/none', 'No change requests.')} />} />
        </Beside>
    </Page>;
}

function RequestPanel({ request, onClose }: { readonly request: ChangeRequest; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [answer, setAnswer] = React.useState('');
    const decide = useChange({ run: (accepted: boolean) => client.changeRequests.decide({ id: request.id, accepted, answer: answer.trim() }), invalidates: [['document'], ['work']], failures: 'form', done: () => nls.localize('earshot/training/requests/decided', 'Answered. Whoever asked is told.') });
    return <SidePanel title={request.documentTitle} subtitle={<Badge tone={requestTone(request.state)}>{requestStateText(request.state)}</Badge>} onClose={onClose} footer={<Link className='e-button e-button-secondary' to={`/training/documents/${request.documentId}${request.clause ? `?clause=${request.clause.anchor}` : ''}`}>{nls.localize('earshot/training/requests/open-document', 'Open the document')}</Link>}>
        <Facts facts={[[nls.localize('earshot/training/clause/title', 'Clause'), clauseText(request)], [nls.localize('earshot/training/column/asked-by', 'Asked by'), request.personName], [nls.localize('earshot/training/column/asked-at', 'Asked'), formatDateTime(request.createdAt)]]} />
        <p className='t-said'>{request.text}</p>
        <RequestDiscussion request={request} />
        {request.answer && <><h3>{nls.localize('earshot/training/requests/answer-by', 'Answer of {0}, {1}', request.decidedByName ?? '', formatDateTime(request.decidedAt))}</h3><p className='t-said'>{request.answer}</p></>}
        {request.mayDecide && <div className='t-decide'>
            <FormErrors error={decide.error} />
            <Field label={nls.localize('earshot/training/requests/answer', 'Your answer')} required><TextArea value={answer} onChange={setAnswer} rows={3} maxLength={5000} /></Field>
            <div className='t-decide-actions'><Button disabled={!answer.trim()} busy={decide.isPending && decide.variables === false} onClick={() => decide.mutate(false)}>{nls.localize('earshot/training/requests/decline', 'Decline')}</Button>
                <Button variant='primary' disabled={!answer.trim()} busy={decide.isPending && decide.variables === true} onClick={() => decide.mutate(true)}>{nls.localize('earshot/training/requests/accept', 'Accept')}</Button></div>
        </div>}
    </SidePanel>;
}

const nothing: readonly Comment[] = [];

/** What was said about a request before it was decided. */
function RequestDiscussion({ request }: { readonly request: ChangeRequest }): React.ReactElement | null {
    const client = useClient(trainingContract);
    const comments = useQuery({ queryKey: ['document', 'request-comments', request.id], queryFn: ({ signal }) => client.requestComments.list({ id: request.id }, { signal }) as Promise<Comment[]> }).data ?? nothing;
    const add = useChange({ run: ({ text }: { readonly text: string; then(): void }) => client.requestComments.add({ id: request.id, text }), invalidates: [['document']], then: (_, { then }) => then() });
    return comments.length === 0 && !request.mayDiscuss ? null : <>
        <h3>{nls.localize('earshot/training/requests/discussion', 'Discussion')}</h3>
        <Discussion comments={comments} open={request.mayDiscuss} busy={add.isPending} onAdd={(text, then) => add.mutate({ text, then })} />
    </>;
}
