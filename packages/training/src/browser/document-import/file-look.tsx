import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ApiService, useChange, useService } from '@earshot/core/lib/browser/application';
import { FileDrop, formatNumber, FormErrors, Notice } from '@earshot/core/lib/browser/widgets';
import { outlineOf } from '../../common/document/clauses';
import type { ImportedText } from '../../common/document-import/imported-text';
import { importLossText } from './import-loss-text';

/** How many clauses the look shows; it says how many more there are. */
const shown = 200;

/** Chooses a file and shows what would become of it: the clauses that were found, and what the document will not have. Nothing is kept of it by the server. */
export function FileLook({ read, onRead }: { readonly read: ImportedText | undefined; onRead(text: ImportedText | undefined): void }): React.ReactElement {
    const api = useService(ApiService);
    const [name, setName] = React.useState<string>();
    const look = useChange({
        run: async (file: File): Promise<ImportedText> => (await api.stream(`/training/document-files?${new URLSearchParams({ name: file.name.slice(-200) })}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } })).json() as Promise<ImportedText>,
        failures: 'form', then: onRead
    });
    const choose = (file: File): void => {
        setName(file.name);
        onRead(undefined);
        look.mutate(file);
    };
    return <div className='t-file-look'>
        <FileDrop label={nls.localize('earshot/training/document-file/label', 'Word or Markdown file')} choose={nls.localize('earshot/training/document-file/choose', 'Choose a file')} drop={nls.localize('earshot/training/document-file/drop', 'Word (.docx) or Markdown (.md), or drop it here')}
            chosen={name} accept='.docx,.md,.markdown,.mdown,text/markdown' busy={look.isPending} onFiles={([file]) => { if (file) { choose(file); } }} />
        <FormErrors error={look.error} />
        {read && <Found text={read} />}
    </div>;
}

function Found({ text: { text, left } }: { readonly text: ImportedText }): React.ReactElement {
    const { preamble, clauses } = React.useMemo(() => outlineOf(text), [text]);
    return <>
        {left.length > 0 && <Notice tone='caution' icon='warning'><p>{nls.localize('earshot/training/document-file/left', 'This will be missing:')}</p><ul className='t-file-left'>{left.map(each => <li key={each}>{importLossText(each)}</li>)}</ul></Notice>}
        <p role='status'>{nls.localize('earshot/training/document-file/found', 'Clauses found: {0}', formatNumber(clauses.length))}{preamble && <> · {nls.localize('earshot/training/document-file/preamble', 'with an introduction before the first one')}</>}</p>
        <ol className='t-file-clauses' tabIndex={0} aria-label={nls.localize('earshot/training/reader/clauses', 'Clauses')}>{clauses.slice(0, shown).map(clause => <li key={clause.number} className={`t-depth-${Math.min(clause.depth, 4)}`}>
            <span className='t-clause-number e-figures'>{clause.number}</span><span>{clause.title}</span></li>)}</ol>
        {clauses.length > shown && <p className='e-quiet'>{nls.localize('earshot/training/document-file/more', 'Further clauses: {0}', formatNumber(clauses.length - shown))}</p>}
    </>;
}
