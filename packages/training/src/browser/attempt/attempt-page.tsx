import { useQueryClient } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { ResultView } from './result-view';
import { SittingView } from './sitting-view';
import { useOwnExams, useSitting } from './use-sitting';

const isOver = (error: unknown): boolean => (error as { readonly data?: { readonly reason?: string } } | null)?.data?.reason === 'attempt-over';

/** One’s own attempt: the exam while it runs, its result afterwards. */
export default function AttemptPage({ params }: PageProps): React.ReactElement {
    const id = params.id!;
    const queries = useQueryClient();
    const { describe } = useErrorText();
    const { data: exams } = useOwnExams();
    const isPast = exams?.some(each => each.past.some(one => one.id === id)) ?? false;
    const { data: sitting, error, refetch } = useSitting(id, exams !== undefined && !isPast);
    const [over, setOver] = React.useState(false);
    if (over || isPast || isOver(error)) {
        return <ResultView id={id} />;
    }
    const title = sitting?.examTitle ?? nls.localize('earshot/training/attempt/title', 'Exam');
    return <Page title={title} hideHeader width='fill'>
        {sitting ? <SittingView key={id} sitting={sitting} onOver={() => { setOver(true); void queries.invalidateQueries({ queryKey: ['attempt'] }); }} />
            : error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}
    </Page>;
}
