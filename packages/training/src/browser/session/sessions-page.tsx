import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { oneOf, uuid, withoutGaps, words } from '@earshot/core/lib/browser/navigation/address-values';
import { useTeams } from '@earshot/core/lib/browser/people/lookups';
import { anyOption, Badge, Button, type Column, DataTable, EmptyState, Field, FilterPopover, formatNumber, ListSearch, Page, PersonPicker, Segmented, Select } from '@earshot/core/lib/browser/widgets';
import type { SessionRow } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { PlanDialog } from './plan-dialog';
import { whenText } from './session-times';
import { sessionStateIcon, sessionStateText, sessionStateTone } from './session-words';
import { useCourses } from './use-sessions';

const periods = ['upcoming', 'past', 'all'] as const;
type Period = typeof periods[number];

/** How many came, of those invited, once somebody is noted. */
const cameText = ({ counts: { present, late, open }, invited }: SessionRow): string => open === invited ? '' : nls.localize('earshot/training/sessions/came-of', '{0} of {1}', formatNumber(present + late), formatNumber(invited));

export const sessionColumns = (): readonly Column<SessionRow>[] => [
    { id: 'when', title: nls.localize('earshot/training/sessions/when', 'When'), fixed: true, width: 200, grow: 1, value: row => row.startsAt, render: row => <span className='e-figures'>{whenText(row)}</span> },
    { id: 'course', title: nls.localize('earshot/training/course/name', 'Course'), width: 220, grow: 3, value: row => row.courseTitle },
    { id: 'state', title: nls.localize('earshot/training/exams/state', 'State'), width: 120, grow: 0, value: row => sessionStateText(row.state), render: row => <Badge tone={sessionStateTone(row.state)} icon={sessionStateIcon(row.state)}>{sessionStateText(row.state)}</Badge> },
    { id: 'trainer', title: nls.localize('earshot/training/session/trainer', 'Trainer'), width: 130, grow: 1, value: row => row.trainerName },
    { id: 'place', title: nls.localize('earshot/training/session/place', 'Place'), width: 130, grow: 1, value: row => row.place || row.onlineLink },
    { id: 'invited', title: nls.localize('earshot/training/sessions/invited', 'Invited'), width: 90, grow: 0, numeric: true, value: row => row.invited, render: row => row.seats === null ? formatNumber(row.invited) : nls.localize('earshot/training/sessions/of-seats', '{0} / {1}', formatNumber(row.invited), formatNumber(row.seats)) },
    { id: 'came', title: nls.localize('earshot/training/sessions/came', 'Came'), width: 100, grow: 0, numeric: true, value: row => cameText(row) },
    { id: 'feedback', title: nls.localize('earshot/training/session/feedback', 'Feedback'), width: 90, grow: 0, numeric: true, value: row => row.feedback || null }
];

/** What is taught when, by whom and for whom: first what is to come. */
export default function SessionsPage({ query }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const teams = useTeams();
    const courses = useCourses();
    const [, setPeriod] = useQueryParameter('period', 'upcoming');
    const [planning, setPlanning] = React.useState(query.get('new') === 'session');
    const period: Period = oneOf(periods, query.get('period')) ?? 'upcoming';
    const filter = withoutGaps({ text: words(query.get('q'), 200), courseId: uuid(query.get('course')), trainerId: uuid(query.get('trainer')), teamId: uuid(query.get('team')) });
    const shown = React.useMemo(sessionColumns, []);
    const list = useInfiniteQuery({
        queryKey: ['training-session', 'list', period, filter], meta: { shows: ['course', 'person'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.trainingSessions.list({ period, ...filter, after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: SessionRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    const mayPlan = session.may('training-plan:write');
    const plan = <Button variant='primary' icon='add' onClick={() => setPlanning(true)}>{nls.localize('earshot/training/sessions/plan', 'Plan a session')}</Button>;
    const filtered = Object.keys(filter).length > 0;
    const set = Object.keys(filter).filter(each => each !== 'text').length;
    return <Page title={nls.localize('earshot/training/sessions/title', 'Training plan')} actions={<><Link to='/training/courses' className='e-button'>{nls.localize('earshot/training/courses/title', 'Courses')}</Link>{mayPlan && plan}</>}>
        <DataTable name='training.sessions' label={nls.localize('earshot/training/sessions/title', 'Training plan')} columns={shown} rows={list.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} onOpen={each => void navigate(`/training/sessions/${each.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            toolbar={<>
                <Segmented<Period> label={nls.localize('earshot/training/sessions/period', 'Period')} value={period} onChange={setPeriod} options={[
                    { value: 'upcoming', label: nls.localize('earshot/training/sessions/upcoming', 'To come') }, { value: 'past', label: nls.localize('earshot/training/sessions/past', 'Past') }, { value: 'all', label: nls.localize('earshot/training/sessions/all', 'All') }]} />
                <ListSearch value={filter.text} label={nls.localize('earshot/training/sessions/search', 'Search course, trainer, place')} />
                <FilterPopover count={set} onClear={() => setQuery({ course: null, trainer: null, team: null })}>
                    <Field label={nls.localize('earshot/training/course/name', 'Course')}><Select value={filter.courseId ?? ''} onChange={course => setQuery({ course })} options={[anyOption(), ...(courses.data ?? []).map(each => ({ value: each.id, label: each.title }))]} /></Field>
                    <Field label={nls.localize('earshot/training/session/trainer', 'Trainer')}><PersonPicker value={filter.trainerId ?? null} onChange={trainer => setQuery({ trainer })} /></Field>
                    <Field label={nls.localize('earshot/training/people/team', 'Team')}><Select value={filter.teamId ?? ''} onChange={team => setQuery({ team })} options={[anyOption(), ...teams.map(each => ({ value: each.id, label: each.name }))]} /></Field>
                </FilterPopover></>}
            empty={<EmptyState icon='calendar' title={filtered ? nls.localize('earshot/training/sessions/none-found', 'No session is like that.') : period === 'past' ? nls.localize('earshot/training/sessions/none-past', 'No session has taken place yet.') : nls.localize('earshot/training/sessions/none', 'Nothing is planned.')} action={mayPlan && !filtered ? plan : undefined}>
                {!filtered && period !== 'past' && <p>{nls.localize('earshot/training/sessions/none-help', 'Plan a session of a course: who is invited finds it on Home and is reminded the day before.')}</p>}</EmptyState>} />
        {planning && <PlanDialog courseId={filter.courseId ?? null} onClose={() => setPlanning(false)} />}
    </Page>;
}
