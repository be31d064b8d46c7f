import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, NumberField, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { Category } from '../../common/category/category-contract';
import { type SecondApproval, secondApprovals, subtree } from '../../common/category/category-rules';
import { articleLanguages } from '../../common/article/article-kind';
import { knowledgeContract } from '../../common/knowledge-contract';
import { languageText, secondApprovalText } from '../words/article-words';
import { categoryOptions } from './category-text';

interface Settings { readonly parentId: string | null; readonly name: Readonly<Record<string, string>>; readonly place: number; readonly reviewDays: number | null; readonly secondApproval: SecondApproval | 'none' | null }

/** The name of a category in each language, its place in the tree, and its rules. */
export function CategoryDialog({ category, categories, onClose }: { readonly category: Category | undefined; readonly categories: readonly Category[]; onClose(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [settings, setSettings] = React.useState<Settings>(category ?? { parentId: null, name: {}, place: categories.length, reviewDays: null, secondApproval: null });
    const save = useChange({
        run: ({ name, parentId, place, reviewDays, secondApproval }: Settings) => {
            const input = { parentId, place, reviewDays, secondApproval, name: Object.fromEntries(Object.entries(name).filter(([, each]) => each.trim())) };
            return category ? client.categories.change({ id: category.id, version: category.version, ...input }) : client.categories.add(input);
        },
        invalidates: [['article-category']], failures: 'form', then: onClose
    });
    const problem = useProblems(save.error);
    const set = (change: Partial<Settings>): void => setSettings({ ...settings, ...change });
    const below = category ? subtree(categories, category.id) : [];
    const inherit = nls.localize('earshot/knowledge/categories/inherit', 'As the category above');
    const submit = (): void => save.mutate(settings);
    return <Dialog title={category ? nls.localize('earshot/knowledge/categories/change-title', 'Change the category') : nls.localize('earshot/knowledge/categories/add', 'Add a category')} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='primary' busy={save.isPending} onClick={submit}>{nls.localize('earshot/knowledge/categories/save', 'Save')}</Button></>}>
        <FormErrors error={save.error} fields={['name', 'parentId']} />
        {articleLanguages.map((language, index) => <Field key={language} label={nls.localize('earshot/knowledge/categories/name', 'Name, {0}', languageText(language))} error={index === 0 ? problem('name') : undefined}>
            <TextField value={settings.name[language] ?? ''} onChange={text => set({ name: { ...settings.name, [language]: text } })} maxLength={100} autoFocus={index === 0} />
        </Field>)}
        <Field label={nls.localize('earshot/knowledge/categories/parent', 'Below')} error={problem('parentId')}>
            <Select value={settings.parentId ?? ''} onChange={id => set({ parentId: id || null })} options={[{ value: '', label: nls.localize('earshot/knowledge/categories/top', 'Nothing: at the top') }, ...categoryOptions(categories).filter(each => !below.includes(each.value))]} />
        </Field>
        <Field label={nls.localize('earshot/knowledge/categories/place', 'Place among its neighbours')}><NumberField value={settings.place} min={0} max={9999} onChange={place => set({ place: Math.round(place ?? 0) })} /></Field>
        <Field label={nls.localize('earshot/knowledge/categories/review', 'Review after')} help={inherit}><NumberField value={settings.reviewDays} min={1} max={365} unit={nls.localize('earshot/knowledge/categories/unit-days', 'days')} onChange={days => set({ reviewDays: days === null ? null : Math.round(days) })} /></Field>
        <Field label={nls.localize('earshot/knowledge/categories/second', 'Second approval')}>
            <Select value={settings.secondApproval ?? ''} onChange={second => set({ secondApproval: second === '' ? null : second })}
                options={[{ value: '' as const, label: inherit }, { value: 'none' as const, label: nls.localize('earshot/knowledge/categories/none-needed', 'Not needed') }, ...secondApprovals.map(value => ({ value, label: secondApprovalText(value) }))]} />
        </Field>
    </Dialog>;
}
