import { useInfiniteQuery } from '@tanstack/react-query';
import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText, useSession } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { oneOf } from '@earshot/core/lib/browser/navigation/address-values';
import { Badge, Button, DataTable, EmptyState, Facts, formatNumber, Page, Skeleton, Tabs } from '@earshot/core/lib/browser/widgets';
import type { CourseRow } from '../../common/session/course-contract';
import type { SessionRow } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { CourseDialog } from './course-dialog';
import { CoveredThings } from './covered-things';
import { EffectPane } from './effect-pane';
import { PlanDialog } from './plan-dialog';
import { sessionColumns } from './sessions-page';
import { useCourse } from './use-sessions';

const panes = ['sessions', 'effect'] as const;

/** One course: its sessions, and what changed with all of them together. */
export default function CoursePage({ params }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const { describe } = useErrorText();
    const [value, setPane] = useQueryParameter('pane', 'sessions');
    const [asking, setAsking] = React.useState<'change' | 'plan'>();
    const { data: course, error, refetch } = useCourse(params.id!);
    const set = (shown: CourseRow, retired: boolean): Promise<CourseRow> => client.courses.change({ id: shown.id, version: shown.version, title: shown.title, aim: shown.aim, covers: [...shown.covers], feedbackFormId: shown.feedbackFormId, retired }) as Promise<CourseRow>;
    const retire = useChange<boolean, CourseRow>({
        run: retired => set(course!, retired), invalidates: [['course'], ['training-session']], done: (_, retired) => retired ? nls.localize('earshot/training/course/retired', 'Out of use: no sessions of it are planned.') : nls.localize('earshot/training/course/reinstated', 'In use again.'), undo: (made, retired) => set(made, !retired)
    });
    const back = { to: '/training/courses', label: nls.localize('earshot/training/courses/title', 'Courses') };
    if (!course) {
        return <Page title={nls.localize('earshot/training/course/name', 'Course')} back={back}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />}</Page>;
    }
    const pane = oneOf(panes, value) ?? 'sessions';
    const mayWrite = session.may('training-plan:write');
    return <Page title={course.title} back={back} subtitle={course.retired ? <Badge>{nls.localize('earshot/training/courses/retired', 'Out of use')}</Badge> : undefined} actions={mayWrite && <>
        <Button variant='quiet' busy={retire.isPending} onClick={() => retire.mutate(!course.retired)}>{course.retired ? nls.localize('earshot/training/course/reinstate', 'Use again') : nls.localize('earshot/training/course/retire', 'Take out of use')}</Button>
        <Button icon='edit' onClick={() => setAsking('change')}>{nls.localize('earshot/training/session/change', 'Change')}</Button>
        {!course.retired && <Button variant='primary' icon='add' onClick={() => setAsking('plan')}>{nls.localize('earshot/training/sessions/plan', 'Plan a session')}</Button>}</>}>
        <div className='t-session'>
            <div className='t-session-head'>
                <Facts facts={[[nls.localize('earshot/training/courses/attended', 'People taught'), formatNumber(course.attended)], [nls.localize('earshot/training/course/form', 'Feedback form'), course.feedbackFormTitle ? formText(course.feedbackFormTitle) : nls.localize('earshot/training/course/no-form', 'No feedback')]]} />
                <div>{course.aim && <p>{course.aim}</p>}<CoveredThings links={course.covers} /></div>
            </div>
            <Tabs<typeof panes[number]> label={course.title} value={pane} onChange={setPane} tabs={[{ id: 'sessions', label: nls.localize('earshot/training/course/sessions', 'Sessions'), count: course.planned + course.held }, { id: 'effect', label: nls.localize('earshot/training/session/effect/title', 'Effect') }]}>
                {pane === 'sessions' ? <Sessions courseId={course.id} /> : course.held > 0 ? <EffectPane of='course' id={course.id} /> : <EmptyState icon='beaker' title={nls.localize('earshot/training/session/effect/not-held', 'What changes with a training can be seen when it was held.')} />}
            </Tabs>
        </div>
        {asking === 'change' && <CourseDialog course={course} onClose={() => setAsking(undefined)} />}
        {asking === 'plan' && <PlanDialog courseId={course.id} onClose={() => setAsking(undefined)} />}
    </Page>;
}

function Sessions({ courseId }: { readonly courseId: string }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const shown = React.useMemo(() => sessionColumns().filter(each => each.id !== 'course'), []);
    const list = useInfiniteQuery({
        queryKey: ['training-session', 'of-course', courseId], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.trainingSessions.list({ period: 'all', courseId, after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: SessionRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    return <DataTable name='training.course-sessions' label={nls.localize('earshot/training/course/sessions', 'Sessions')} columns={shown} rows={list.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} onOpen={each => void navigate(`/training/sessions/${each.id}`)}
        hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()} empty={<EmptyState icon='calendar' title={nls.localize('earshot/training/sessions/none', 'Nothing is planned.')} />} />;
}
