import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { type PageProps, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { oneOf } from '@earshot/core/lib/browser/navigation/address-values';
import { Button, EmptyState, formatDateTime, Page, Skeleton, Tabs } from '@earshot/core/lib/browser/widgets';
import type { Marking } from '../../common/attempt/attempt-contract';
import { trainingContract } from '../../common/training-contract';
import { attemptText } from './attempt-words';
import { AwayRecord } from './away-record';
import { MarkPane } from './mark-pane';
import { SectionGrades, Verdict } from './result-view';
import { ReviewedQuestions } from './reviewed-questions';

const panes = ['waiting', 'all'] as const;

/** One attempt for whoever marks it: first what waits for a mark, then every answer with what is right and the marks so far. */
export default function MarkingPage({ params }: PageProps): React.ReactElement {
    const id = params.id!;
    const client = useClient(trainingContract);
    const { describe } = useErrorText();
    const { data: marking, error, refetch } = useQuery({ queryKey: ['attempt', 'marking', id], queryFn: ({ signal }) => client.attempts.marking({ id }, { signal }) as Promise<Marking> });
    const release = useChange({ run: () => client.attempts.release({ id }), invalidates: [['attempt'], ['exam'], ['work']], done: () => nls.localize('earshot/training/marking/released', 'Released. The trainee is told.') });
    const back = { to: '/training/marking', label: nls.localize('earshot/training/marking/title', 'To mark') };
    if (!marking) {
        return <Page title={nls.localize('earshot/training/marking/title', 'To mark')} back={back}>{error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/training/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={10} />}</Page>;
    }
    return <Page title={`${marking.personName} · ${marking.examTitle}`} back={back} width='reading' subtitle={`${attemptText(marking.state)} · ${nls.localize('earshot/training/attempt/handed-in-at', 'Attempt {0}, handed in {1}', marking.number, formatDateTime(marking.submittedAt))}`}
        actions={marking.mayRelease && <Button variant='primary' icon='megaphone' busy={release.isPending} onClick={() => release.mutate(undefined)}>{nls.localize('earshot/training/marking/release', 'Release the result')}</Button>}>
        <div className='t-result'>{marking.percent !== null && <Verdict review={marking} />}<SectionGrades review={marking} /><AwayRecord away={marking.away} /><Answers marking={marking} /></div>
    </Page>;
}

function Answers({ marking }: { readonly marking: Marking }): React.ReactElement {
    const [value, setPane] = useQueryParameter('show', 'waiting');
    const waiting = new Set(marking.toMark.filter(each => each.wanted).map(each => each.place));
    const of = (items: Marking['items']): React.ReactElement => <ReviewedQuestions review={{ ...marking, items }} below={item => <MarkPane key={`${item.place}.${marking.version}`} marking={marking} item={item} />} />;
    if (waiting.size === 0) {
        return of(marking.items);
    }
    const pane = oneOf(panes, value) ?? 'waiting';
    return <Tabs<typeof panes[number]> label={nls.localize('earshot/training/marking/answers', 'Answers')} value={pane} onChange={setPane} tabs={[
        { id: 'waiting', label: nls.localize('earshot/training/marking/title', 'To mark'), count: waiting.size }, { id: 'all', label: nls.localize('earshot/training/marking/all-answers', 'All answers'), count: marking.items.length }
    ]}>{of(pane === 'waiting' ? marking.items.filter(each => waiting.has(each.place)) : marking.items)}</Tabs>;
}
