import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Badge, Button, EmptyState, formatNumber, Icon, IconButton } from '@earshot/core/lib/browser/widgets';
import type { Attachment } from '../../common/attachment/attachment-contract';
import { linkedAttachments } from '../../common/attachment/attachment-links';
import { knowledgeContract } from '../../common/knowledge-contract';
import { attachmentAddress } from './use-attachments';

/** Binary steps, as file systems count. */
export function fileSize(bytes: number): string {
    return bytes < 1024 ? nls.localize('earshot/knowledge/attachments/bytes', '{0} bytes', formatNumber(bytes)) : bytes < 1024 ** 2
        ? nls.localize('earshot/knowledge/attachments/kilobytes', '{0} KB', formatNumber(Math.round(bytes / 1024))) : nls.localize('earshot/knowledge/attachments/megabytes', '{0} MB', formatNumber(Math.round(bytes / 1024 ** 2 * 10) / 10));
}

const iconOf = ({ mediaType, width }: Attachment): string => width !== null ? 'file-media' : mediaType === 'application/pdf' ? 'file-pdf' : 'file';

export interface AttachmentsPaneProps {
    readonly articleId: string;
    readonly attachments: readonly Attachment[];
    /** The parts of what is being written. */
    readonly texts: readonly string[];
    readonly readOnly: boolean;
    /** Takes a file out of the text, and saves it. @returns what puts it back */
    takeOut(id: string): Promise<() => void>;
    /** Puts a file into the text once more. */
    insert?(attachment: Attachment): void;
}

/** The files of an article: what is in the text, and what is not. */
export function AttachmentsPane({ articleId, attachments, texts, readOnly, takeOut, insert }: AttachmentsPaneProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const used = React.useMemo(() => linkedAttachments(texts), [texts]);
    const remove = useChange({
        run: async ({ id }: Attachment) => {
            const putBack = await takeOut(id);
            // What is published may show it still: then it goes with the next revision, and stays with that one.
            const removed = await client.attachments.remove({ id }).then(() => true, (error: { data?: { reason?: string } }) => {
                if (error.data?.reason !== 'attachment-in-use') {
                    putBack();
                    throw error;
                }
                return false;
            });
            return { putBack, removed };
        },
        invalidates: [['article', 'attachments', articleId]],
        done: ({ removed }, { name }) => removed ? nls.localize('earshot/knowledge/attachments/removed', '“{0}” removed.', name) : nls.localize('earshot/knowledge/attachments/taken-out', '“{0}” is out of this text. What is published shows it until this revision takes its place.', name),
        undo: async ({ putBack, removed }, { id }) => {
            if (removed) {
                await client.attachments.restore({ id });
            }
            putBack();
        }
    });
    if (attachments.length === 0) {
        return <EmptyState icon='file-media' title={nls.localize('earshot/knowledge/attachments/none', 'No pictures or files yet. Paste a picture into the text, or drop files there.')} />;
    }
    return <ul className='k-files'>{attachments.map(each => <li key={each.id} className='k-file'>
        {each.width !== null ? <img className='k-file-picture' src={attachmentAddress(each.id)} alt='' loading='lazy' /> : <span className='k-file-picture'><Icon name={iconOf(each)} /></span>}
        <span className='k-file-words'>
            <a className='e-link k-ellipsis' href={`${attachmentAddress(each.id)}?download=true`} download>{each.name}</a>
            <span className='k-quiet'>{[fileSize(each.bytes), each.width !== null && `${formatNumber(each.width)} × ${formatNumber(each.height)}`, each.personName].filter(Boolean).join(' · ')}</span>
            {!used.includes(each.id) && <Badge tone='neutral'>{each.place === 'nowhere' ? nls.localize('earshot/knowledge/attachments/unused', 'Not in the text; goes by itself after a week') : nls.localize('earshot/knowledge/attachments/elsewhere', 'In other revisions')}</Badge>}
        </span>
        {!readOnly && <span className='k-file-actions'>
            {insert && !used.includes(each.id) && <Button small variant='quiet' onClick={() => insert(each)}>{nls.localize('earshot/knowledge/attachments/insert', 'Put into the text')}</Button>}
            <IconButton icon='trash' label={nls.localize('earshot/knowledge/attachments/remove', 'Remove “{0}”', each.name)} disabled={remove.isPending} onClick={() => remove.mutate(each)} />
        </span>}
    </li>)}</ul>;
}
