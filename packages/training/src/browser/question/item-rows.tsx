import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, IconButton } from '@earshot/core/lib/browser/widgets';
import { moved } from '../../common/question/edit-question';

export interface ItemRowsProps<Item extends { readonly id: string }> {
    readonly items: readonly Item[];
    onChange(items: readonly Item[]): void;
    /** What one of them is called: "Choice". */
    readonly name: string;
    /** Both are left out where items are not written but chosen elsewhere. */
    readonly addLabel?: string;
    make?(): Item;
    readonly least?: number;
    readonly readOnly?: boolean;
    render(item: Item, set: (change: Partial<Item>) => void, place: number): React.ReactNode;
}

/** A list of small things that are written, moved and taken away by keyboard: Alt with an arrow moves, Enter adds one below. */
export function ItemRows<Item extends { readonly id: string }>({ items, onChange, name, addLabel, make, least = 0, readOnly = false, render }: ItemRowsProps<Item>): React.ReactElement {
    const list = React.useRef<HTMLOListElement>(null);
    const [added, setAdded] = React.useState<string>();
    React.useEffect(() => {
        if (added) { list.current?.querySelector<HTMLElement>(`[data-item="${added}"] input, [data-item="${added}"] textarea`)?.focus(); }
    }, [added]);
    const insert = (place: number): void => {
        if (!make) { return; }
        const item = make();
        onChange([...items.slice(0, place), item, ...items.slice(place)]);
        setAdded(item.id);
    };
    const held = React.useRef<Element | null>(null);
    React.useLayoutEffect(() => {
        // a row that the browser takes out and puts in again loses the keyboard
        if (held.current instanceof HTMLElement && held.current !== document.activeElement) { held.current.focus(); }
        held.current = null;
    }, [items]);
    const move = (place: number, by: -1 | 1): void => {
        held.current = document.activeElement;
        onChange(moved(items, place, by));
    };
    const onKey = (event: React.KeyboardEvent, place: number): void => {
        if (event.defaultPrevented) {
            return; // a list within this one has heard it
        }
        const text = event.target instanceof HTMLInputElement && event.target.type === 'text';
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault();
            move(place, event.key === 'ArrowUp' ? -1 : 1);
        } else if (event.key === 'Enter' && text && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            insert(place + 1);
        }
    };
    return <div className='tq-rows'>
        <ol ref={list} className='tq-row-list'>{items.map((item, place) => <li key={item.id} data-item={item.id} className='tq-row' onKeyDown={readOnly ? undefined : event => onKey(event, place)}>
            <span className='tq-row-place e-figures' aria-hidden='true'>{place + 1}</span>
            <div className='tq-row-content'>{render(item, change => onChange(items.map(each => each.id === item.id ? { ...each, ...change } : each)), place)}</div>
            {!readOnly && <span className='tq-row-tools'>
                <IconButton icon='arrow-up' label={nls.localize('earshot/training/question/row-up', 'Up: {0} {1}', name, place + 1)} keys='Alt+↑' disabled={place === 0} onClick={() => move(place, -1)} />
                <IconButton icon='arrow-down' label={nls.localize('earshot/training/question/row-down', 'Down: {0} {1}', name, place + 1)} keys='Alt+↓' disabled={place === items.length - 1} onClick={() => move(place, 1)} />
                <IconButton icon='trash' label={nls.localize('earshot/training/question/row-remove', 'Remove: {0} {1}', name, place + 1)} disabled={items.length <= least} onClick={() => onChange(items.filter(each => each.id !== item.id))} />
            </span>}
        </li>)}</ol>
        {!readOnly && make && <Button small variant='quiet' icon='add' onClick={() => insert(items.length)}>{addLabel}</Button>}
    </div>;
}
