import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, FormErrors, Notice, RadioGroup, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { articleKindIds, type ArticleKindId, articleLanguages, type ArticleLanguage } from '../../common/article/article-kind';
import { knowledgeContract } from '../../common/knowledge-contract';
import { categoryOptions } from '../category/category-text';
import { kindIcon, kindText, languageText, ownLanguage } from '../words/article-words';
import { useCategories } from './use-articles';

interface Beginning { readonly title: string; readonly kind: ArticleKindId; readonly language: ArticleLanguage; readonly categoryId: string | null }

export interface NewArticleProps {
    /** The article of which a translation is made. */
    readonly source?: { readonly id: string; readonly title: string; readonly kind: ArticleKindId; readonly categoryId: string; readonly languages: readonly ArticleLanguage[] };
    /** What somebody asked and found no answer to. */
    readonly question?: string;
    onClose(): void;
}

/** Says what an article will be; its kind's templates begin it. */
export function NewArticle({ source, question, onClose }: NewArticleProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const categories = useCategories();
    const free = articleLanguages.filter(each => !source?.languages.includes(each));
    const reader = ownLanguage();
    const [draft, setDraft, forget] = useDraft<Beginning>(['knowledge.new-article', source?.id, question].filter(Boolean).join('.'), {
        title: source?.title ?? question ?? '', kind: source?.kind ?? 'faq', language: free.includes(reader) ? reader : free[0] ?? reader, categoryId: source?.categoryId ?? null
    });
    const create = useChange({
        run: ({ title, kind, language, categoryId }: Beginning) => client.articles.create({ title, kind, language, categoryId: categoryId!, ...source ? { sourceId: source.id } : {} }), invalidates: [['article']], failures: 'form',
        then: revision => {
            forget();
            onClose();
            void navigate(`/knowledge/articles/${revision.articleId}/edit`);
        }
    });
    const problem = useProblems(create.error);
    const ready = draft.title.trim() !== '' && draft.categoryId !== null;
    const submit = (): void => { if (ready) { create.mutate(draft); } };
    const set = (change: Partial<Beginning>): void => setDraft({ ...draft, ...change });
    return <Dialog title={source ? nls.localize('earshot/knowledge/new/translation', 'New translation') : nls.localize('earshot/knowledge/articles/new', 'New article')} onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!ready} busy={create.isPending} onClick={submit}>{nls.localize('earshot/knowledge/new/create', 'Begin to write')}</Button>
    </>}>
        <FormErrors error={create.error} fields={['title', 'categoryId']} />
        {categories.length === 0 && <Notice tone='caution'>{nls.localize('earshot/knowledge/new/no-categories', 'There are no categories yet: add one under “Categories” first.')}</Notice>}
        <Field label={draft.kind === 'faq' ? nls.localize('earshot/knowledge/new/question', 'Question') : nls.localize('earshot/knowledge/column/title', 'Title')} required error={problem('title')}>
            <TextField value={draft.title} onChange={title => set({ title })} maxLength={200} autoFocus />
        </Field>
        {!source && <Field label={nls.localize('earshot/knowledge/column/kind', 'Kind')} group><RadioGroup value={draft.kind} onChange={kind => set({ kind })} options={articleKindIds.map(value => ({ value, label: kindText(value), icon: kindIcon(value) }))} /></Field>}
        <Field label={nls.localize('earshot/knowledge/column/category', 'Category')} required error={problem('categoryId')}>
            <Select value={draft.categoryId} onChange={categoryId => set({ categoryId })} placeholder={nls.localize('earshot/knowledge/new/choose', 'Choose…')} options={categoryOptions(categories)} />
        </Field>
        <Field label={nls.localize('earshot/knowledge/column/language', 'Language')}><Select value={draft.language} onChange={language => set({ language })} options={free.map(value => ({ value, label: languageText(value) }))} /></Field>
    </Dialog>;
}
