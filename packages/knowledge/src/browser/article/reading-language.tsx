import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePreference, useSession } from '@earshot/core/lib/browser/application';
import { Select } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import type { ArticleRow } from '../../common/article/article-contract';
import { type ArticleLanguage, articleLanguages } from '../../common/article/article-kind';
import { languageText, ownLanguage } from '../words/article-words';
import type { ArticleListFilter } from './article-filter';

/** `own`: that of the screen. `all`: every article and every translation for itself. */
export const readingLanguages = ['own', ...articleLanguages, 'all'] as const;
export type ReadingLanguage = typeof readingLanguages[number];

/** In which language a person reads; who writes sees every translation until they choose otherwise. */
export function useReadingLanguage(): [ReadingLanguage, (value: ReadingLanguage) => void] {
    return usePreference<ReadingLanguage>('knowledge.reading-language', useSession().may('article:write') ? 'all' : 'own');
}

/** Of which language one of each article is shown. Whoever asks for one language, or for what waits or is behind, means each for itself. */
export function shownLanguage(reading: ReadingLanguage, filter: ArticleListFilter): ArticleLanguage | undefined {
    if (reading === 'all' || filter.language || filter.waiting || filter.behind) {
        return undefined;
    }
    return reading === 'own' ? ownLanguage() : reading;
}

const optionText = (reading: ReadingLanguage): string => reading === 'own' ? nls.localize('earshot/knowledge/reading/own', 'In my language') : reading === 'all' ? nls.localize('earshot/knowledge/reading/all', 'All translations')
    : nls.localize('earshot/knowledge/reading/in', 'In {0}', languageText(reading));

export const ReadingLanguageSelect = ({ value, onChange }: { readonly value: ReadingLanguage; onChange(value: ReadingLanguage): void }): React.ReactElement =>
    <Select aria-label={nls.localize('earshot/knowledge/reading/name', 'Language of reading')} value={value} onChange={onChange} options={readingLanguages.map(each => ({ value: each, label: optionText(each) }))} />;

function shortText(language: ArticleLanguage): string {
    switch (language) {
        case 'zh-cn': return '简';
        case 'zh-tw': return '繁';
        case 'en': return 'EN';
    }
}

/** The other languages of an article, each of which opens. The panel beside names them for whoever goes by keys. */
export const OtherLanguages = ({ article, onOpen }: { readonly article: ArticleRow; onOpen(id: string): void }): React.ReactElement => <span className='k-languages'>{article.languages?.map(({ id, language }) =>
    <button key={id} type='button' className='k-language' tabIndex={-1} lang={languageTags[language]} title={languageText(language)} aria-label={nls.localize('earshot/knowledge/reading/open', 'Open in {0}', languageText(language))}
        onClick={event => { event.stopPropagation(); onOpen(id); }}>{shortText(language)}</button>)}</span>;
