import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Icon } from '@earshot/core/lib/browser/widgets';
import type { SessionRow } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { whenText } from './session-times';

/** Which trainings are planned for somebody, as far as one sees them. */
export function PlannedFor({ personId }: { readonly personId: string }): React.ReactElement | null {
    const client = useClient(trainingContract);
    const { data } = useQuery({ queryKey: ['training-session', 'planned-for', personId], queryFn: async ({ signal }) => (await client.trainingSessions.list({ personId, state: 'planned', period: 'upcoming', limit: 20 }, { signal })).rows as readonly SessionRow[] });
    return data && data.length > 0 ? <section>
        <h3>{nls.localize('earshot/training/session/planned-for', 'Trainings planned')}</h3>
        <ul className='t-reasons'>{data.map(each => <li key={each.id}><Icon name='calendar' /><div><Link to={`/training/sessions/${each.id}`}>{each.courseTitle}</Link><p className='e-figures'>{whenText(each)}</p></div></li>)}</ul>
    </section> : null;
}
