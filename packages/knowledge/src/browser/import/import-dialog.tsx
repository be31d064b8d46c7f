import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ApiService, useChange, useService } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, FileDrop, FormErrors, formatNumber, type PlacedFile, Select } from '@earshot/core/lib/browser/widgets';
import { articleKindIds, type ArticleKindId, articleLanguages, type ArticleLanguage } from '../../common/article/article-kind';
import type { ArticleImport } from '../../common/import/import-contract';
import { useCategories } from '../article/use-articles';
import { categoryOptions } from '../category/category-text';
import { kindText, languageText, ownLanguage } from '../words/article-words';
import { asOneFile } from './chosen-files';

/** Pictures come along with the articles that show them. */
const accepted = '.zip,.md,.markdown,.html,.htm,.docx,.csv,.tsv,.xlsx,.png,.jpg,.jpeg,.gif,.webp,.pdf';

/** Takes files and says what holds for all that they do not say themselves. Nothing is written before it was looked at. */
export function ImportDialog({ onClose }: { onClose(): void }): React.ReactElement {
    const api = useService(ApiService);
    const navigate = useNavigate();
    const categories = useCategories();
    const [files, setFiles] = React.useState<readonly PlacedFile[]>([]);
    const [kind, setKind] = React.useState<ArticleKindId>('faq');
    const [language, setLanguage] = React.useState<ArticleLanguage>(ownLanguage());
    const [categoryId, setCategoryId] = React.useState('');
    const send = useChange({
        run: async (): Promise<ArticleImport> => {
            const file = await asOneFile(files, nls.localize('earshot/knowledge/import/several', '{0} files', files.length));
            const query = new URLSearchParams({ name: file.name, kind, language, ...categoryId ? { categoryId } : {} });
            return (await api.stream(`/knowledge/imports?${query}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } })).json() as Promise<ArticleImport>;
        },
        invalidates: [['article-import']], failures: 'form', then: ({ id }) => { onClose(); void navigate(`/knowledge/imports/${id}`); }
    });
    const submit = (): void => { if (files.length) { send.mutate(undefined); } };
    const chosen = files.length === 1 ? files[0]!.path : nls.localize('earshot/knowledge/import/several', '{0} files', formatNumber(files.length));
    return <Dialog title={nls.localize('earshot/knowledge/import/title', 'Import articles')} onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!files.length} busy={send.isPending} onClick={submit}>{nls.localize('earshot/knowledge/import/look', 'See what would happen')}</Button>
    </>}>
        <FormErrors error={send.error} />
        <p>{nls.localize('earshot/knowledge/import/about', 'Markdown, Word, web pages, CSV or Excel, or a zip of them, up to 200 MB and 10,000 files. Nothing is written before you have seen what would happen; then everything becomes drafts, which can be undone together.')}</p>
        <FileDrop label={nls.localize('earshot/knowledge/import/files', 'Files with articles')} choose={nls.localize('earshot/knowledge/import/choose', 'Choose files')} chooseFolder={nls.localize('earshot/knowledge/import/choose-folder', 'Choose a folder')} drop={nls.localize('earshot/knowledge/import/drop', 'or drop files or folders here')}
            chosen={files.length ? chosen : undefined} accept={accepted} multiple onFiles={(_files, placed) => setFiles(placed)} />
        <Field label={nls.localize('earshot/knowledge/import/category', 'Usual category')} help={nls.localize('earshot/knowledge/import/category-help', 'For what names none, or one that does not exist.')}>
            <Select value={categoryId} onChange={setCategoryId} options={[{ value: '', label: nls.localize('earshot/knowledge/import/no-category', 'None: leave such articles out') }, ...categoryOptions(categories)]} />
        </Field>
        <Field label={nls.localize('earshot/knowledge/import/language', 'Usual language')}><Select value={language} onChange={value => setLanguage(value)} options={articleLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
        <Field label={nls.localize('earshot/knowledge/import/kind', 'Usual kind')}><Select value={kind} onChange={value => setKind(value)} options={articleKindIds.map(value => ({ value, label: kindText(value) }))} /></Field>
    </Dialog>;
}
