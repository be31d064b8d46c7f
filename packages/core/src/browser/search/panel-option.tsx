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
    onPoint(): void;
    onOpen(): void;
}

/** One line of the quick panel. */
export function PanelOption({ id, entry, text, active, onPoint, onOpen }: PanelOptionProps): React.ReactElement {
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
        <div className='e-find-words'>{entry.type === 'document' ? <Document row={entry.row} /> : entry.type === 'hit'
            ? <Named name={entry.hit.title} detail={entry.hit.subtitle} text={text} /> : <Named name={entry.page.title} detail={entry.page.area} text={text} />}</div>
    </div>;
}

const Named = ({ name, detail, text }: { readonly name: string; readonly detail: string; readonly text: string }): React.ReactElement =>
    <div className='e-find-name'><span className='e-find-title'><MarkedText parts={typedIn(name, text)} /></span> <span className='e-find-detail'><MarkedText parts={typedIn(detail, text)} /></span></div>;

function Document({ row: { title, snippet, category, ...row } }: { readonly row: FoundRow }): React.ReactElement {
    return <>
        <div className='e-find-name'>
            <span className='e-find-title' lang={row.language}><MarkedText parts={title} /></span> <FoundState row={row} />
            {category && <span className='e-find-detail'>{category.name}</span>}
        </div>
        {snippet && <div className='e-find-snippet' lang={row.language}>{snippet.cutBefore && '… '}<MarkedText parts={snippet.parts} />{snippet.cutAfter && ' …'}</div>}
    </>;
}

/** What a reader should know at once. */
export const FoundState = ({ row: { state, pinned } }: { readonly row: Pick<FoundRow, 'state'> & { readonly pinned?: boolean } }): React.ReactElement => <>
    {pinned && <Badge icon='pinned'>{nls.localize('earshot/core/search/pinned', 'Recommended')}</Badge>}
    {state === 'unverified' && <Badge tone='caution' icon='warning'>{nls.localize('earshot/core/search/unverified', 'Unverified')}</Badge>}
</>;
