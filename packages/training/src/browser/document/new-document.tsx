import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, FormErrors, RadioGroup, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { type Chapter, chaptersOfKind, type DocumentKind, documentKinds, type DocumentLanguage, documentLanguages } from '../../common/document/document-content';
import type { ImportedText } from '../../common/document-import/imported-text';
import { trainingContract } from '../../common/training-contract';
import { FileLook } from '../document-import/file-look';
import type { DocumentListFilter } from './document-filter';
import { chapterText, kindText, languageText } from './document-words';

/** `file`: with the text of a file. */
type WrittenAs = 'text' | 'script' | 'file';
interface Beginning { readonly title: string; readonly kind: DocumentKind; readonly chapter: Chapter; readonly area: string; readonly language: DocumentLanguage; readonly form: WrittenAs }

/** Says what a document will be, and where in the catalogue it stands. */
export function NewDocument({ filter, onClose }: { readonly filter: DocumentListFilter; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const kind = filter.kind ?? 'business';
    const [draft, setDraft, forget] = useDraft<Beginning>('training.new-document', { title: '', kind, chapter: filter.chapter ?? chaptersOfKind[kind][0], area: filter.area ?? '', language: documentLanguages.find(each => each === (nls.locale ?? 'en')) ?? 'en', form: 'text' });
    const [file, setFile] = React.useState<ImportedText>();
    const create = useChange({
        run: ({ form, ...beginning }: Beginning) => client.documents.create({ ...beginning, asScript: form === 'script', text: form === 'file' ? file?.text ?? '' : '' }), invalidates: [['document']], failures: 'form',
        then: version => { forget(); onClose(); void navigate(`/training/documents/${version.documentId}/edit`); }
    });
    const problem = useProblems(create.error);
    const ready = draft.title.trim() !== '' && (draft.form !== 'file' || file !== undefined);
    const submit = (): void => { if (ready) { create.mutate(draft); } };
    const set = (change: Partial<Beginning>): void => setDraft({ ...draft, ...change });
    const take = (read: ImportedText | undefined): void => {
        setFile(read);
        // a title that somebody typed stays; one that the last file gave gives way
        if (read && (draft.title.trim() === '' || draft.title === file?.title)) { set({ title: read.title }); }
    };
    return <Dialog size={draft.form === 'file' ? 'large' : undefined} title={nls.localize('earshot/training/documents/new', 'New document')} onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!ready} busy={create.isPending} onClick={submit}>{nls.localize('earshot/training/new/create', 'Begin to write')}</Button>
    </>}>
        <FormErrors error={create.error} fields={['title']} />
        <Field label={nls.localize('earshot/training/column/title', 'Title')} required error={problem('title')}><TextField value={draft.title} onChange={title => set({ title })} maxLength={200} autoFocus /></Field>
        <Field label={nls.localize('earshot/training/new/form', 'Written as')} group><RadioGroup<WrittenAs> value={draft.form} onChange={form => set({ form })} options={[
            { value: 'text', label: nls.localize('earshot/training/new/text', 'Text'), detail: nls.localize('earshot/training/new/text-detail', 'Numbered clauses that people read') },
            { value: 'script', label: nls.localize('earshot/training/new/script', 'Call script'), detail: nls.localize('earshot/training/new/script-detail', 'What an agent says step by step, with branches') },
            { value: 'file', label: nls.localize('earshot/training/new/file', 'Text from a file'), detail: nls.localize('earshot/training/new/file-detail', 'A Word or Markdown document: its headings become clauses') }]} /></Field>
        {draft.form === 'file' && <FileLook read={file} onRead={take} />}
        <Field label={nls.localize('earshot/training/column/kind', 'Kind')} group><RadioGroup value={draft.kind} onChange={next => set({ kind: next, chapter: chaptersOfKind[next][0] })} options={documentKinds.map(value => ({ value, label: kindText(value) }))} /></Field>
        <Field label={nls.localize('earshot/training/column/chapter', 'Channel or field')}><Select<Chapter> value={draft.chapter} onChange={chapter => set({ chapter })} options={chaptersOfKind[draft.kind].map(value => ({ value, label: chapterText(value) }))} /></Field>
        <Field label={nls.localize('earshot/training/column/area', 'Area')} help={nls.localize('earshot/training/new/area-help', 'A third layer in your own words, such as a product or a team; may stay empty.')}><TextField value={draft.area} onChange={area => set({ area })} maxLength={60} /></Field>
        <Field label={nls.localize('earshot/training/column/language', 'Language')}><Select value={draft.language} onChange={language => set({ language })} options={documentLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
    </Dialog>;
}
