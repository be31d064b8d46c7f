import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { MentionList } from '@earshot/core/lib/browser/linking/mention-list';
import { Button, Dialog, formatNumber, Notice, Skeleton } from '@earshot/core/lib/browser/widgets';
import { knowledgeContract } from '../../common/knowledge-contract';

/** Retiring leaves no link behind unseen: what leads here is named first, wherever it stands. */
export function RetireDialog({ articleId, busy, onClose, onRetire }: { readonly articleId: string; readonly busy: boolean; onClose(): void; onRetire(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const { data } = useQuery({ queryKey: ['article', 'linking', articleId], queryFn: ({ signal }) => client.articles.linking({ id: articleId }, { signal }) });
    return <Dialog title={nls.localize('earshot/knowledge/retire/title', 'Retire this article')} size='small' onClose={onClose} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='danger' disabled={!data} busy={busy} onClick={onRetire}>{nls.localize('earshot/knowledge/retire/do', 'Retire')}</Button></>}>
        <p>{nls.localize('earshot/knowledge/retire/meaning', 'Readers do not find it any more. Its revisions are kept, and a new one can bring it back.')}</p>
        {!data ? <Skeleton lines={2} /> : data.seen.length + data.unseen > 0 && <Notice tone='caution'>
            <p>{nls.localize('earshot/knowledge/retire/linked', 'Links to it will lead nowhere. Places that refer to it: {0}', formatNumber(data.seen.length + data.unseen))}</p>
            <MentionList mentions={data} />
        </Notice>}
    </Dialog>;
}
