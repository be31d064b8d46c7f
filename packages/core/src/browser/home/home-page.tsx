import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { WorkItem } from '../../common/house-contract';
import { useClient, useErrorText, useService, useSession } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { Link } from '../navigation/hooks';
import { PageRegistry } from '../navigation/page-registry';
import { Button } from '../widgets/button';
import { formatLongDate } from '../widgets/format';
import { Icon } from '../widgets/icon';
import { Badge, EmptyState, Notice } from '../widgets/notice';
import { Page } from '../widgets/page';
import { Skeleton } from '../widgets/progress';
import { RelativeTime, useNow } from '../widgets/relative-time';
import { FigureCard } from './figure-card';
import { urgencyOf } from './urgency';

/** What waits for me, oldest duty first, and the figures that matter to my roles. */
export default function HomePage(): React.ReactElement {
    const client = useClient(coreContract);
    const { person } = useSession();
    const { describe } = useErrorText();
    const now = useNow();
    const { data, error, refetch } = useQuery({ queryKey: ['work'], queryFn: ({ signal }) => client.house.work(undefined, { signal }), refetchOnMount: 'always' });
    return <Page width='wide' title={nls.localize('earshot/core/home/title', 'Today')} subtitle={nls.localize('earshot/core/home/greeting', '{0}, {1}', formatLongDate(new Date(now)), person.name)}>
        <div className='e-home'>
            <section className='e-home-work' aria-labelledby='e-home-work'>
                <h2 id='e-home-work'>{nls.localize('earshot/core/home/waiting', 'Waiting for you')}{data && data.items.length > 0 && <span className='e-home-count e-figures'>{data.items.length}</span>}</h2>
                {error && !data && <Notice tone='critical' actions={<Button small onClick={() => void refetch()}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>}>{describe(error)}</Notice>}
                {!data && !error && <Skeleton lines={4} />}
                {data?.items.length === 0 && <NothingWaits />}
                {data && data.items.length > 0 && <ul className='e-work'>{data.items.map((item, index) => <li key={`${item.kind} ${item.link} ${index}`}><WorkCard item={item} now={now} /></li>)}</ul>}
            </section>
            {data && data.figures.length > 0 && <section className='e-home-figures' aria-labelledby='e-home-figures'>
                <h2 id='e-home-figures'>{nls.localize('earshot/core/home/figures', 'How it is going')}</h2>
                {data.figures.slice(0, 3).map(each => <FigureCard key={each.kind} figure={each} />)}
            </section>}
        </div>
    </Page>;
}

function WorkCard({ item, now }: { readonly item: WorkItem; readonly now: number }): React.ReactElement {
    const { duty, icon } = useService(HouseTexts).work(item);
    const urgency = urgencyOf(item.dueAt, now);
    return <Link to={item.link} className={`e-work-card e-work-${urgency}`}>
        <span className='e-work-icon'><Icon name={icon} /></span>
        <span className='e-work-text'><span className='e-work-duty'>{duty}</span><span className='e-work-title'>{item.title}</span></span>
        <span className='e-work-when'>
            {item.dueAt && <Badge tone={urgency === 'overdue' ? 'critical' : urgency === 'today' ? 'caution' : 'neutral'} icon={urgency === 'overdue' ? 'warning' : undefined}>
                <RelativeTime moment={item.dueAt} text={when => urgency === 'overdue' ? nls.localize('earshot/core/home/overdue', 'was due {0}', when) : nls.localize('earshot/core/home/due', 'due {0}', when)} />
            </Badge>}
            <span className='e-work-since'><RelativeTime moment={item.since} text={when => nls.localize('earshot/core/home/since', 'came in {0}', when)} /></span>
        </span>
        <Icon name='chevron-right' />
    </Link>;
}

/** Says so kindly, and offers the next useful thing: the first page of the area that this person works in. */
function NothingWaits(): React.ReactElement {
    const registry = useService(PageRegistry);
    const next = registry.visiblePerspectives.filter(each => each !== 'home').map(each => registry.navigationOf(each)[0]!)[0];
    return <EmptyState icon='coffee' title={nls.localize('earshot/core/home/nothing', 'Nothing waits for you right now.')}
        action={next && <Link to={next.path} className='e-button'>{nls.localize('earshot/core/home/go-on', 'Go on with: {0}', next.title())}</Link>}>
        <p>{nls.localize('earshot/core/home/nothing-hint', 'As soon as somebody needs something from you, it stands here, the oldest first.')}</p>
    </EmptyState>;
}
