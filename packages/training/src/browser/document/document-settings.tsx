import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { usePositionOptions } from '@earshot/core/lib/browser/people/lookups';
import { Checkbox, Chip, Field, NumberField, PersonPicker, RadioGroup, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { type Chapter, chaptersOfKind, type DocumentContent, documentKinds, longestReviewDays } from '../../common/document/document-content';
import type { Document } from '../../common/document/document-contract';
import { changeSizes } from '../../common/document/version-number';
import { trainingContract } from '../../common/training-contract';
import { chapterText, kindText, sizeText } from './document-words';

export interface DocumentSettingsProps {
    readonly document: Document; readonly content: DocumentContent; readonly note: string; readonly readOnly: boolean;
    problem(path: string): string | undefined;
    onChange(change: Partial<DocumentContent>): void;
    onNote(note: string): void;
}

/** Whom a version concerns, how much it changes, and where in the catalogue it stands. All but the owner is approved with it. */
export function DocumentSettings({ document, content, note, readOnly, problem, onChange, onNote }: DocumentSettingsProps): React.ReactElement {
    const positions = usePositionOptions();
    const named = (id: string): string => positions.find(each => each.value === id)?.label ?? '…';
    return <div className='t-settings'>
        {document.live && <Field label={nls.localize('earshot/training/settings/size', 'How much it changes')} group error={problem('change')} help={nls.localize('earshot/training/settings/size-help', 'A minor version is editorial: what people have acknowledged counts on, so it may neither add nor remove a clause.')}>
            <RadioGroup value={content.change} disabled={readOnly} onChange={change => onChange({ change })} options={changeSizes.map(value => ({ value, label: sizeText(value) }))} /></Field>}
        <Field label={nls.localize('earshot/training/settings/note', 'What changed, and why')} help={nls.localize('earshot/training/settings/note-help', 'For whoever approves, and for those who read it.')}><TextArea value={note} onChange={onNote} rows={2} readOnly={readOnly} maxLength={2000} /></Field>
        <Field label={nls.localize('earshot/training/settings/positions', 'Positions concerned')} error={problem('positionIds')} help={nls.localize('earshot/training/settings/positions-help', 'Whoever holds one of them reads and acknowledges it.')}>
            <Select value={null} disabled={readOnly || content.everybody} placeholder={nls.localize('earshot/training/settings/add-position', 'Add a position…')} options={positions.filter(each => !content.positionIds.includes(each.value))} onChange={id => onChange({ positionIds: [...content.positionIds, id] })} />
        </Field>
        {!content.everybody && content.positionIds.length > 0 && <span className='e-chips'>{content.positionIds.map(id => <Chip key={id} removeLabel={nls.localize('earshot/training/settings/remove', 'Remove {0}', named(id))} onRemove={readOnly ? undefined : () => onChange({ positionIds: content.positionIds.filter(each => each !== id) })}>{named(id)}</Chip>)}</span>}
        <Checkbox label={nls.localize('earshot/training/document/everybody', 'Every position')} checked={content.everybody} disabled={readOnly} onChange={everybody => onChange({ everybody })} />
        <Checkbox label={nls.localize('earshot/training/settings/restricted', 'Only those concerned may read it')} checked={content.restricted} disabled={readOnly} onChange={restricted => onChange({ restricted })} />
        <Field label={nls.localize('earshot/training/settings/acknowledge-days', 'Days to read and acknowledge it')}><NumberField value={content.acknowledgeDays} min={1} max={90} disabled={readOnly} onChange={value => value && onChange({ acknowledgeDays: Math.min(90, Math.max(1, Math.round(value))) })} /></Field>
        <Field label={nls.localize('earshot/training/settings/review-days', 'Days until its next review')} help={nls.localize('earshot/training/settings/review-help', 'A year at most.')}><NumberField value={content.reviewDays} min={1} max={longestReviewDays} disabled={readOnly} onChange={value => value && onChange({ reviewDays: Math.min(longestReviewDays, Math.max(1, Math.round(value))) })} /></Field>
        <Field label={nls.localize('earshot/training/column/kind', 'Kind')} group><RadioGroup value={content.kind} disabled={readOnly} onChange={kind => onChange({ kind, chapter: chaptersOfKind[kind][0] })} options={documentKinds.map(value => ({ value, label: kindText(value) }))} /></Field>
        <Field label={nls.localize('earshot/training/column/chapter', 'Channel or field')} error={problem('chapter')}><Select<Chapter> value={content.chapter} disabled={readOnly} onChange={chapter => onChange({ chapter })} options={chaptersOfKind[content.kind].map(value => ({ value, label: chapterText(value) }))} /></Field>
        <Field label={nls.localize('earshot/training/column/area', 'Area')}><TextField value={content.area} onChange={area => onChange({ area })} readOnly={readOnly} maxLength={60} /></Field>
        {document.mayWrite && <OwnerField document={document} />}
    </div>;
}

/** Who answers for it is no part of what is approved, and is kept at once. */
function OwnerField({ document }: { readonly document: Document }): React.ReactElement {
    const client = useClient(trainingContract);
    const change = useChange({ run: (ownerId: string) => client.documents.own({ id: document.id, version: document.version, ownerId }), invalidates: [['document']], done: () => nls.localize('earshot/training/settings/owned', 'Saved who answers for it.') });
    return <Field label={nls.localize('earshot/training/column/owner', 'Owner')}><PersonPicker value={document.ownerId} onChange={id => { if (id) { change.mutate(id); } }} /></Field>;
}
