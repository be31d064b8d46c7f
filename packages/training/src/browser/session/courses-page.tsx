import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Button, type Column, DataTable, EmptyState, formatDateTime, ListSearch, Page, Segmented } from '@earshot/core/lib/browser/widgets';
import type { CourseRow } from '../../common/session/course-contract';
import { CourseDialog } from './course-dialog';
import { useCourses } from './use-sessions';

const columns = (): readonly Column<CourseRow>[] => [
    { id: 'title', title: nls.localize('earshot/training/course/name', 'Course'), fixed: true, width: 240, grow: 2, value: row => row.title },
    { id: 'aim', title: nls.localize('earshot/training/course/aim', 'Aim'), width: 300, grow: 3, value: row => row.aim },
    { id: 'next', title: nls.localize('earshot/training/courses/next', 'Next session'), width: 160, grow: 0, value: row => row.nextAt, render: row => row.nextAt && <span className='e-figures'>{formatDateTime(row.nextAt)}</span> },
    { id: 'planned', title: nls.localize('earshot/training/courses/planned', 'Planned'), width: 80, grow: 0, numeric: true, value: row => row.planned },
    { id: 'held', title: nls.localize('earshot/training/courses/held', 'Held'), width: 80, grow: 0, numeric: true, value: row => row.held },
    { id: 'attended', title: nls.localize('earshot/training/courses/attended', 'People taught'), width: 110, grow: 0, numeric: true, value: row => row.attended }
];

/** What is taught. */
export default function CoursesPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const navigate = useNavigate();
    const [text] = useQueryParameter('q', '');
    const [retired, setRetired] = useQueryParameter('retired', 'false');
    const [adding, setAdding] = React.useState(query.get('new') === 'course');
    const { data, error, refetch } = useCourses(retired === 'true');
    const shown = React.useMemo(columns, []);
    const mayWrite = session.may('training-plan:write');
    const add = <Button variant='primary' icon='add' onClick={() => setAdding(true)}>{nls.localize('earshot/training/courses/new', 'New course')}</Button>;
    const wanted = text.toLocaleLowerCase();
    return <Page title={nls.localize('earshot/training/courses/title', 'Courses')} back={{ to: '/training/sessions', label: nls.localize('earshot/training/sessions/title', 'Training plan') }} actions={mayWrite && add}>
        <DataTable name='training.courses' label={nls.localize('earshot/training/courses/title', 'Courses')} columns={shown} rows={data?.filter(each => each.title.toLocaleLowerCase().includes(wanted))} keyOf={each => each.id} onOpen={each => void navigate(`/training/courses/${each.id}`)} error={error} onRetry={() => void refetch()}
            toolbar={<><ListSearch value={text} label={nls.localize('earshot/training/courses/search', 'Search courses')} />
                <Segmented label={nls.localize('earshot/training/courses/which', 'Which courses')} value={retired === 'true' ? 'true' : 'false'} onChange={setRetired} options={[{ value: 'false', label: nls.localize('earshot/training/courses/taught', 'In use') }, { value: 'true', label: nls.localize('earshot/training/courses/retired', 'Out of use') }]} /></>}
            empty={<EmptyState icon='library' title={text ? nls.localize('earshot/training/courses/none-found', 'No course is called that.') : retired === 'true' ? nls.localize('earshot/training/courses/none-retired', 'Every course is in use.') : nls.localize('earshot/training/plan/no-course', 'There is no course yet.')} action={mayWrite && !text && retired !== 'true' ? add : undefined}>
                {!text && retired !== 'true' && <p>{nls.localize('earshot/training/plan/no-course-help', 'A course says what is taught; its sessions say when and to whom.')}</p>}</EmptyState>} />
        {adding && <CourseDialog onClose={() => setAdding(false)} />}
    </Page>;
}
