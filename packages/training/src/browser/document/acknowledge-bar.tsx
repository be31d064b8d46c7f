import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, formatDate, formatDateTime, Icon } from '@earshot/core/lib/browser/widgets';
import type { Document, DocumentVersion } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';

/** The beginning of a hash: enough to be compared by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** "I have read version 2.0": below the text, where one arrives having read it. */
export function AcknowledgeBar({ document, version }: { readonly document: Document; readonly version: DocumentVersion }): React.ReactElement | null {
    const client = useClient(trainingContract);
    const give = useChange({
        run: () => client.acknowledgements.give({ id: version.id, hash: version.hash }), invalidates: [['document'], ['acknowledgement'], ['work']],
        done: () => nls.localize('earshot/training/acknowledge/thanks', 'Noted: you have read version {0}.', version.number)
    });
    const mark = <span className='t-quiet t-hash'>{nls.localize('earshot/training/acknowledge/hash', 'Checksum {0}', shortHash(version.hash))}</span>;
    if (document.duty === 'due') {
        return <div className='t-acknowledge'>
            <div><strong>{nls.localize('earshot/training/acknowledge/title', 'Have you read it, and will you work by it?')}</strong>
                <span className='t-quiet'>{nls.localize('earshot/training/acknowledge/until', 'Until {0}', formatDate(document.dutyDueAt))}</span>{mark}</div>
            <Button variant='primary' icon='check' busy={give.isPending} onClick={() => give.mutate(undefined)}>{nls.localize('earshot/training/acknowledge/do', 'I have read version {0}', version.number)}</Button>
        </div>;
    }
    return document.duty === 'done' && document.mine ? <div className='t-acknowledge t-acknowledged'><div><Icon name='pass-filled' />
        <strong>{document.mine.number === version.number ? nls.localize('earshot/training/acknowledge/done', 'You have read version {0}', document.mine.number) : nls.localize('earshot/training/acknowledge/carried', 'You have read version {0}; version {1} says the same in other words', document.mine.number, version.number)}</strong>
        <span className='t-quiet'>{formatDateTime(document.mine.at)}</span>{mark}</div></div> : null;
}
