import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Button, Field, FileDrop, FormErrors, TextField } from '@earshot/core/lib/browser/widgets';
import { type DiagramReference, diagramLimits } from '../../common/diagram/diagram';
import { diagramsOf, placedDiagrams, placeOfDiagram, withDiagrams } from '../../common/diagram/placed-diagrams';
import type { DocumentContent } from '../../common/document/document-content';
import type { AddingDiagram } from './use-adding-diagram';

export interface DiagramsPaneProps { readonly content: DocumentContent; readonly readOnly: boolean; readonly adding: AddingDiagram; onChange(change: Partial<DocumentContent>): void; onAdd(file: File): void }

const accept = '.bpmn,.xml,application/xml,text/xml';

/** The diagrams of a draft: added, named, replaced by a later file, taken out. */
export function DiagramsPane({ content, readOnly, adding, onChange, onAdd }: DiagramsPaneProps): React.ReactElement {
    const diagrams = diagramsOf(content);
    const placed = React.useMemo(() => placedDiagrams(content.text), [content.text]);
    const replace = (next: DiagramReference): void => onChange({ diagrams: diagrams.map(each => each.id === next.id ? next : each) });
    const rename = (diagram: DiagramReference, name: string): void => onChange({ diagrams: diagrams.map(each => each.id === diagram.id ? { ...each, name } : each), text: withDiagrams(content.text, (id, was) => placeOfDiagram({ id, name: id === diagram.id ? name : was })) });
    const takeOut = ({ id: gone }: DiagramReference): void => onChange({ diagrams: diagrams.filter(each => each.id !== gone), text: withDiagrams(content.text, (id, name) => id === gone ? '' : placeOfDiagram({ id, name })) });
    return <div className='t-diagrams-pane'>
        {!readOnly && <>
            <p className='t-quiet'>{nls.localize('earshot/training/diagrams/about', 'A diagram is drawn with any program that writes BPMN 2.0. It stands in the text where its line stands, and is approved and kept with the version.')}</p>
            <FileDrop label={nls.localize('earshot/training/diagrams/label', 'BPMN file')} choose={nls.localize('earshot/training/diagrams/choose', 'Add a diagram')} drop={nls.localize('earshot/training/diagrams/drop', 'BPMN 2.0 (.bpmn), or drop it here')} accept={accept} busy={adding.isPending} onFiles={([file]) => { if (file) { onAdd(file); } }} />
            <FormErrors error={adding.error} />
        </>}
        {diagrams.length === 0 && <p className='t-quiet'>{nls.localize('earshot/training/diagrams/none', 'This version shows no diagrams.')}</p>}
        <ul className='t-diagrams-list'>{diagrams.map(each => <li key={each.id}>
            <Field label={nls.localize('earshot/training/diagrams/name', 'Name of the diagram')} required><NameField key={each.name} name={each.name} readOnly={readOnly} onName={name => rename(each, name)} /></Field>
            {!placed.has(each.id) && <Badge tone='caution' icon='warning'>{nls.localize('earshot/training/diagrams/unplaced', 'Stands nowhere in the text')}</Badge>}
            {!readOnly && <div className='t-diagrams-actions'>
                {!placed.has(each.id) && <Button small onClick={() => onChange({ text: `${content.text.trimEnd()}\n\n${placeOfDiagram(each)}\n` })}>{nls.localize('earshot/training/diagrams/place', 'Place at the end of the text')}</Button>}
                <ReplaceFile busy={adding.isPending} onFile={file => adding.mutate({ file, instead: each, then: replace })} />
                <Button small variant='quiet' icon='trash' onClick={() => takeOut(each)}>{nls.localize('earshot/training/diagrams/remove', 'Take out')}</Button>
            </div>}
        </li>)}</ul>
    </div>;
}

/** Kept when it is left: the text names the diagram, too. */
function NameField({ name, readOnly, onName }: { readonly name: string; readonly readOnly: boolean; onName(name: string): void }): React.ReactElement {
    const [written, setWritten] = React.useState(name);
    const keep = (): void => {
        const clean = written.replace(/[[\]\s]+/g, ' ').trim();
        if (clean && clean !== name) { onName(clean); } else { setWritten(name); }
    };
    return <div onBlur={keep}><TextField value={written} onChange={setWritten} readOnly={readOnly} maxLength={diagramLimits.name} /></div>;
}

function ReplaceFile({ busy, onFile }: { readonly busy: boolean; onFile(file: File): void }): React.ReactElement {
    const chooser = React.useRef<HTMLInputElement>(null);
    const label = nls.localize('earshot/training/diagrams/replace', 'Replace by a file…');
    return <>
        <Button small variant='quiet' icon='file' busy={busy} onClick={() => chooser.current?.click()}>{label}</Button>
        <input ref={chooser} type='file' accept={accept} className='e-hidden' tabIndex={-1} aria-label={label} onChange={event => { const [file] = [...event.target.files ?? []]; event.target.value = ''; if (file) { onFile(file); } }} />
    </>;
}
