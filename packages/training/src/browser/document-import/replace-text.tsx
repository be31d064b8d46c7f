import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Dialog } from '@earshot/core/lib/browser/widgets';
import type { ImportedText } from '../../common/document-import/imported-text';
import { FileLook } from './file-look';

/** Puts the text of a file in the place of the draft's. Clauses that say the same, or nearly, stay the same clauses: they are found again when the draft is saved. */
export function ReplaceText({ onReplace, onClose }: { onReplace(text: string): void; onClose(): void }): React.ReactElement {
    const [read, setRead] = React.useState<ImportedText>();
    const replace = (): void => {
        if (read) {
            onReplace(read.text);
            onClose();
        }
    };
    return <Dialog size='large' title={nls.localize('earshot/training/document-file/replace-title', 'Replace the text by a file')} onClose={onClose} onSubmit={replace} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!read} onClick={replace}>{nls.localize('earshot/training/document-file/replace', 'Replace the text')}</Button></>}>
        <p>{nls.localize('earshot/training/document-file/replace-about', 'Headings become clauses. Those that are still there, moved or reworded, keep their questions, links and acknowledgements; title and settings stay as they are.')}</p>
        <FileLook read={read} onRead={setRead} />
    </Dialog>;
}
