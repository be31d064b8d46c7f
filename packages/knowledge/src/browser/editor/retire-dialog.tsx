import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { knowledgeContract } from '../../common/knowledge-contract';

/** Retiring leaves no link behind unseen: the articles that lead here are named first. */
export function RetireDialog({ articleId, busy, onClose, onRetire }: { readonly articleId: string; readonly busy: boolean; onClose(): void; onRetire(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const { data } = useQuery({ queryKey: ['article', 'linking', articleId], queryFn: ({ signal }) => client.articles.linking({ id: articleId }, { signal }) });
    return <Dialog title={nls.localize('earshot/knowledge/retire/title', 'Retire this article')} size='small' onClose={onClose} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='danger' disabled={!data} busy={busy} onClick={onRetire}>{nls.localize('earshot/knowledge/retire/do', 'Retire')}</Button></>}>
        <p>{nls.localize('earshot/knowledge/retire/meaning', 'Readers do not find it any more. Its revisions are kept, and a new one can bring it back.')}</p>
        {!data ? <Skeleton lines={2} /> : data.length > 0 && <Notice tone='caution'>
            <p>{nls.localize('earshot/knowledge/retire/linked', 'Articles that link to it ({0}). Their links will lead nowhere:', data.length)}</p>
            <ul className='k-lines'>{data.map(each => <li key={each.id}><Link to={linkTo('knowledge', 'articles', each.id)}>{each.title}</Link></li>)}</ul>
        </Notice>}
    </Dialog>;
}
