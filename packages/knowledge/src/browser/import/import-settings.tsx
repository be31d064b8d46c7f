import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, Select } from '@earshot/core/lib/browser/widgets';
import { articleKindIds, articleLanguages } from '../../common/article/article-kind';
import type { ArticleImport } from '../../common/import/import-contract';
import type { ImportSettings as Settings } from '../../common/import/import-file';
import { columnNames, recogniseColumns } from '../../common/import/table-columns';
import { useCategories } from '../article/use-articles';
import { categoryOptions } from '../category/category-text';
import { kindText, languageText } from '../words/article-words';
import { columnText } from './import-words';

const splits = { '': null, 1: 1, 2: 2, 3: 3 } as const;

/** How the file is read: what it does not say itself, where its articles begin, which column holds what. */
export function ImportSettings({ of, busy, onRead }: { readonly of: ArticleImport; readonly busy: boolean; onRead(settings: Settings): void }): React.ReactElement {
    const categories = useCategories();
    const [settings, setSettings] = React.useState<Settings>(of.settings);
    const set = (change: Partial<Settings>): void => setSettings({ ...settings, ...change });
    const columns = settings.columns ?? recogniseColumns(of.heading ?? []);
    const mayBeSplit = /\.(docx|html?|zip)$/i.test(of.name);
    const changed = JSON.stringify(settings) !== JSON.stringify(of.settings);
    return <form className='k-import-settings' onSubmit={event => { event.preventDefault(); onRead(settings); }}>
        <Field label={nls.localize('earshot/knowledge/import/category', 'Usual category')}>
            <Select value={settings.categoryId ?? ''} onChange={value => set({ categoryId: value || null })} options={[{ value: '', label: nls.localize('earshot/knowledge/import/no-category', 'None: leave such articles out') }, ...categoryOptions(categories)]} />
        </Field>
        <Field label={nls.localize('earshot/knowledge/import/language', 'Usual language')}><Select value={settings.language} onChange={language => set({ language })} options={articleLanguages.map(value => ({ value, label: languageText(value) }))} /></Field>
        <Field label={nls.localize('earshot/knowledge/import/kind', 'Usual kind')}><Select value={settings.kind} onChange={kind => set({ kind })} options={articleKindIds.map(value => ({ value, label: kindText(value) }))} /></Field>
        {mayBeSplit && <Field label={nls.localize('earshot/knowledge/import/split', 'Word and web pages')}>
            <Select value={String(settings.splitAt ?? '') as keyof typeof splits & string} onChange={value => set({ splitAt: splits[value] })} options={[
                { value: '', label: nls.localize('earshot/knowledge/import/split-none', 'One file, one article') }, { value: '1', label: nls.localize('earshot/knowledge/import/split-1', 'An article at each heading 1') },
                { value: '2', label: nls.localize('earshot/knowledge/import/split-2', 'At each heading 1 and 2') }, { value: '3', label: nls.localize('earshot/knowledge/import/split-3', 'At each heading 1 to 3') }
            ]} />
        </Field>}
        {of.heading?.map(heading => <Field key={heading} label={nls.localize('earshot/knowledge/import/column', 'Column “{0}”', heading)}>
            <Select value={Object.keys(columns).find(each => columns[each] === heading) ?? ''} onChange={field => set({ columns: { ...Object.fromEntries(Object.entries(columns).filter(([name, value]) => value !== heading && name !== field)), ...field ? { [field]: heading } : {} } })}
                options={[{ value: '', label: nls.localize('earshot/knowledge/import/column-none', 'Is not imported') }, ...columnNames.map(value => ({ value, label: columnText(value) }))]} />
        </Field>)}
        <div className='k-import-read'><Button type='submit' icon='refresh' disabled={!changed} busy={busy}>{nls.localize('earshot/knowledge/import/read-anew', 'Read anew')}</Button></div>
    </form>;
}
