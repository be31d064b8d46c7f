import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { FoundRow } from '../../common/search/search-contract';
import { useService } from '../application/context';
import { EntityKinds } from '../quick-input/entity-kinds';
import { Icon } from '../widgets/icon';
import { Badge } from '../widgets/notice';
import { MarkedText } from './marked-text';
import { type PanelEntry, typedIn } from './panel-groups';

export interface PanelOptionProps {
    readonly id: string;
    readonly entry: PanelEntry;
    /** What was typed. */
    readonly text: string;
    readonly active: boolean;
    /** Which of its languages is meant: 0 for the one that was found. */
    readonly language: number;
    onPoint(): void;
    onOpen(): void;
    onOpenIn(language: number): void;
}

/** One line of the quick panel. */
export function PanelOption({ id, entry, text, active, language, onPoint, onOpen, onOpenIn }: PanelOptionProps): React.ReactElement {
    const kinds = useService(EntityKinds);
    const element = React.useRef<HTMLDivElement>(null);
    React.useEffect(() => {
        if (active) {
            element.current?.scrollIntoView?.({ block: 'nearest' });
        }
    }, [active]);
    const icon = entry.type === 'page' ? entry.page.icon : kinds.icon(entry.type === 'hit' ? entry.hit.kind : entry.row.kind);
    return <div ref={element} id={id} role='option' aria-selected={active} className='e-find-option' onPointerMove={onPoint} onClick={onOpen}>
        <Icon name={icon} />
        <div className='e-find-words'>{entry.type === 'document' ? <Document row={entry.row} language={language} onOpenIn={onOpenIn} /> : entry.type === 'hit'
            ? <Named name={entry.hit.title} detail={entry.hit.subtitle} text={text} /> : <Named name={entry.page.title} detail={entry.page.area} text={text} />}</div>
    </div>;
}

const Named = ({ name, detail, text }: { readonly name: string; readonly detail: string; readonly text: string }): React.ReactElement =>
    <div className='e-find-name'><span className='e-find-title'><MarkedText parts={typedIn(name, text)} /></span> <span className='e-find-detail'><MarkedText parts={typedIn(detail, text)} /></span></div>;

function Document({ row: { title, snippet, category, ...row }, language, onOpenIn }: { readonly row: FoundRow; readonly language: number; onOpenIn(language: number): void }): React.ReactElement {
    return <>
        <div className='e-find-name'>
            <span className='e-find-title' lang={row.language}><MarkedText parts={title} /></span> <FoundState row={row} />
            {category && <span className='e-find-detail'>{category.name}</span>}
            {row.translations.length > 0 && <span className='e-find-languages'>{[row, ...row.translations].map((each, place) => <span key={each.language} lang={each.language} title={languageName(each.language)}
                className={place === language ? 'e-find-language e-find-language-meant' : 'e-find-language'} onClick={event => { event.stopPropagation(); onOpenIn(place); }}>{shortLanguage(each.language)}</span>)}</span>}
        </div>
        {snippet && <div className='e-find-snippet' lang={row.language}>{snippet.cutBefore && '… '}<MarkedText parts={snippet.parts} />{snippet.cutAfter && ' …'}</div>}
    </>;
}

/** A language in its own words, as its readers look for it; and as short as it can be told from the others. */
const languageName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
const short: Readonly<Record<string, string>> = { 'zh-Hans': '简', 'zh-Hant': '繁' };
const shortLanguage = (tag: string): string => short[tag] ?? tag.toUpperCase();

/** What a reader should know at once. */
export const FoundState = ({ row: { state, pinned } }: { readonly row: Pick<FoundRow, 'state'> & { readonly pinned?: boolean } }): React.ReactElement => <>
    {pinned && <Badge icon='pinned'>{nls.localize('earshot/core/search/pinned', 'Recommended')}</Badge>}
    {state === 'unverified' && <Badge tone='caution' icon='warning'>{nls.localize('earshot/core/search/unverified', 'Unverified')}</Badge>}
</>;
