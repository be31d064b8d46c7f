import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Link } from '@earshot/core/lib/browser/navigation';
import { RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { StateBadge } from './evaluation-words';

/** Every revision of an evaluation, the newest first, with the reason for each. */
export function RevisionHistory({ evaluation }: { readonly evaluation: Evaluation }): React.ReactElement {
    const title = nls.localize('earshot/quality/history/title', 'Revisions');
    return <section className='q-pane' aria-label={title}>
        <h2>{title}</h2>
        <ol className='q-history' reversed>{[...evaluation.history].reverse().map(each => <li key={each.id} aria-current={each.id === evaluation.id || undefined}>
            <div className='q-history-line'>
                <Link to={`/quality/evaluations/${each.id}`}>{nls.localize('earshot/quality/history/revision', 'Revision {0}', each.revision)}</Link>
                <span className='e-figures'>{percentText(each.percent)}</span>
                <StateBadge state={each.state} />
            </div>
            <div className='q-quiet'>{each.by} · <RelativeTime moment={each.changedAt} /></div>
            {each.reason && <p className='q-history-reason'>{each.reason}</p>}
            {each.returnedReason && <p className='q-history-reason'>{nls.localize('earshot/quality/history/returned', 'Returned: {0}', each.returnedReason)}</p>}
        </li>)}</ol>
    </section>;
}
