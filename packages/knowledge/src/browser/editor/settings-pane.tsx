import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Chip, DateField, Field, Facts, NumberField, PersonPicker, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { roleName } from '@earshot/core/lib/browser/access/role-names';
import type { ArticleContent } from '../../common/article/article-content';
import { fieldText } from '../../common/difference/compare-contents';
import type { Article } from '../../common/article/article-contract';
import { everyone } from '../../common/article/audience';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useCategories } from '../article/use-articles';
import { categoryOptions } from '../category/category-text';
import { useAudiences, useAudienceText } from '../revision/use-names';
import { kindText, languageText } from '../words/article-words';

export interface SettingsPaneProps { readonly article: Article; readonly content: ArticleContent; readonly note: string; readonly readOnly: boolean; onChange(change: Partial<ArticleContent>): void; onNote(note: string): void }

/** Moments of whole days where the person is: from the beginning of one to the beginning of the day after the other. @param shift milliseconds */
const dayOf = (moment: string | null, shift = 0): string | null => {
    if (moment === null) {
        return null;
    }
    const day = new Date(Date.parse(moment) + shift);
    return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};
const momentOf = (day: string | null, shift = 0): string | null => {
    const [year, month, date] = (day ?? '').split('-').map(Number);
    return year && month && date ? new Date(year, month - 1, date + shift).toISOString() : null;
};

/** To whom, when and where an article is shown, and who answers for it. */
export function SettingsPane({ article, content, note, readOnly, onChange, onNote }: SettingsPaneProps): React.ReactElement {
    const categories = useCategories();
    const audiences = useAudiences();
    const audience = useAudienceText();
    const [tag, setTag] = React.useState('');
    const addTag = (): void => {
        const added = tag.split(/[,，、;；]/).map(each => each.trim().slice(0, 60)).filter(Boolean);
        if (added.length) {
            onChange({ tags: [...new Set([...content.tags, ...added])].slice(0, 50) });
        }
        setTag('');
    };
    const setAudience = (words: readonly string[]): void => onChange({ audience: words });
    const choices = [{ value: everyone, label: audience(everyone) }, ...audiences.map(({ word, code, name }) => ({ value: word, label: code ? roleName({ code, name }) : name ?? word }))].filter(each => !content.audience.includes(each.value));
    return <div className='k-settings'>
        <Facts facts={[[nls.localize('earshot/knowledge/column/kind', 'Kind'), kindText(content.kind)], [nls.localize('earshot/knowledge/column/language', 'Language'), languageText(content.language)]]} />
        <Field label={nls.localize('earshot/knowledge/settings/note', 'What changed, and why')} help={nls.localize('earshot/knowledge/settings/note-help', 'For whoever approves; it stays in the history.')}><TextArea value={note} onChange={onNote} rows={2} readOnly={readOnly} maxLength={2000} /></Field>
        <Field label={nls.localize('earshot/knowledge/column/category', 'Category')}><Select value={content.categoryId} disabled={readOnly} onChange={categoryId => onChange({ categoryId })} options={categoryOptions(categories)} /></Field>
        <Field label={nls.localize('earshot/knowledge/column/tags', 'Tags')}>
            <TextField value={tag} onChange={setTag} readOnly={readOnly} placeholder={nls.localize('earshot/knowledge/settings/add-tag', 'Add, then Enter')} onBlur={addTag} onKeyDown={event => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); addTag(); } }} />
        </Field>
        {content.tags.length > 0 && <span className='e-chips'>{content.tags.map(each => <Chip key={each} removeLabel={nls.localize('earshot/knowledge/settings/remove', 'Remove {0}', each)} onRemove={readOnly ? undefined : () => onChange({ tags: content.tags.filter(other => other !== each) })}>{each}</Chip>)}</span>}
        <Field label={nls.localize('earshot/knowledge/settings/audience', 'Who may see it')} help={nls.localize('earshot/knowledge/settings/audience-help', 'Without “Everyone” the article is confidential: it leaves no trace for anybody else.')}
            error={content.audience.length ? undefined : nls.localize('earshot/knowledge/settings/nobody-yet', 'Nobody but who writes it or answers for it, until you choose.')}>
            <Select value={null} disabled={readOnly} placeholder={nls.localize('earshot/knowledge/settings/add-audience', 'Add a role or a team…')} options={choices}
                onChange={word => setAudience(word === everyone ? [everyone] : [...content.audience.filter(each => each !== everyone), word])} />
        </Field>
        <span className='e-chips'>{content.audience.map(each => <Chip key={each} removeLabel={nls.localize('earshot/knowledge/settings/remove', 'Remove {0}', audience(each))} onRemove={readOnly ? undefined : () => setAudience(content.audience.filter(other => other !== each))}>{audience(each)}</Chip>)}</span>
        <Field label={nls.localize('earshot/knowledge/settings/valid-from', 'Valid from')}><DateField value={dayOf(content.validFrom)} disabled={readOnly} onChange={day => onChange({ validFrom: momentOf(day) })} /></Field>
        <Field label={nls.localize('earshot/knowledge/settings/last-day', 'Last day')}><DateField value={dayOf(content.validUntil, -1)} disabled={readOnly} onChange={day => onChange({ validUntil: momentOf(day, 1) })} /></Field>
        {(content.sourceNumber !== null || article.translations.some(each => each.original)) && <Field label={nls.localize('earshot/knowledge/settings/source-number', 'Translated from revision')}><NumberField value={content.sourceNumber} min={1} disabled={readOnly} onChange={value => value && onChange({ sourceNumber: Math.round(value) })} /></Field>}
        <FurtherFields {...{ content, readOnly, onChange }} />
        {article.mayWrite && <OwnerFields article={article} />}
    </div>;
}

/** What an imported file said besides: it is approved with the rest, goes out with the article, and can be taken out here. */
function FurtherFields({ content: { others = {} }, readOnly, onChange }: Pick<SettingsPaneProps, 'content' | 'readOnly' | 'onChange'>): React.ReactElement | null {
    const without = (name: string) => Object.fromEntries(Object.entries(others).filter(([each]) => each !== name));
    return Object.keys(others).length === 0 ? null : <Field group label={nls.localize('earshot/knowledge/settings/others', 'Further fields of the file')} help={nls.localize('earshot/knowledge/settings/others-help', 'From the front matter of the import. Readers do not see them; exports have them.')}>
        <span className='e-chips'>{Object.entries(others).map(([name, value]) => <Chip key={name} removeLabel={nls.localize('earshot/knowledge/settings/remove', 'Remove {0}', name)} onRemove={readOnly ? undefined : () => onChange({ others: without(name) })}>{`${name}: ${fieldText(value)}`}</Chip>)}</span>
    </Field>;
}

/** Who answers for it is no part of what is approved, and is kept at once. */
function OwnerFields({ article }: { readonly article: Article }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const audiences = useAudiences();
    const change = useChange({
        run: (owners: { readonly ownerId: string | null; readonly expertTeamId: string | null }) => client.articles.own({ id: article.id, version: article.version, ...owners }), invalidates: [['article']],
        done: () => nls.localize('earshot/knowledge/settings/owned', 'Saved who answers for it.')
    });
    const { ownerId, expertTeamId } = article;
    return <>
        <Field label={nls.localize('earshot/knowledge/column/owner', 'Owner')}><PersonPicker value={ownerId} onChange={id => change.mutate({ ownerId: id, expertTeamId })} /></Field>
        <Field label={nls.localize('earshot/knowledge/settings/experts', 'Expert group')}>
            <Select value={expertTeamId ?? ''} onChange={id => change.mutate({ ownerId, expertTeamId: id || null })}
                options={[{ value: '', label: nls.localize('earshot/knowledge/settings/no-experts', 'None') }, ...audiences.filter(each => each.kind === 'team').map(each => ({ value: each.word.slice('team:'.length), label: each.name ?? each.word }))]} />
        </Field>
    </>;
}
