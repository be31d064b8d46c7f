import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useFieldControl, useFieldLabel } from './field';
import { Floating } from './floating';
import { Icon } from './icon';

export interface ComboboxProps<T> {
    readonly value: T | null;
    onChange(value: T | null): void;
    /** Finds candidates; called as one types, after a pause, and with the empty text when it opens. Rejections show as "not found". */
    search(text: string, signal: AbortSignal): Promise<readonly T[]>;
    keyOf(item: T): string;
    labelOf(item: T): string;
    /** A second, quiet line. */
    detailOf?(item: T): string | undefined;
    readonly placeholder?: string;
    readonly disabled?: boolean;
    /** Names it where no Field around it does. */
    readonly label?: string;
    readonly autoFocus?: boolean;
}

/** Milliseconds after the last key before it searches. */
const PAUSE = 150;

interface Search<T> { readonly items: readonly T[]; readonly busy: boolean }

function useSearch<T>(search: ComboboxProps<T>['search'], text: string, open: boolean): Search<T> {
    const [state, setState] = React.useState<Search<T>>({ items: [], busy: false });
    const latest = React.useRef(search);
    latest.current = search;
    React.useEffect(() => {
        if (!open) {
            return undefined;
        }
        const controller = new AbortController();
        setState(current => ({ ...current, busy: true }));
        const timer = window.setTimeout(() => {
            void latest.current(text, controller.signal).catch((): readonly T[] => []).then(items => !controller.signal.aborted && setState({ items, busy: false }));
        }, text ? PAUSE : 0);
        return () => {
            controller.abort();
            window.clearTimeout(timer);
        };
    }, [text, open]);
    return state;
}

/** One of many, found by typing. Arrow keys and Enter choose, Escape closes, emptying the text takes the choice away. */
export function Combobox<T>({ value, onChange, search, keyOf, labelOf, detailOf, placeholder, disabled, label, autoFocus }: ComboboxProps<T>): React.ReactElement {
    const control = useFieldControl();
    const fieldLabel = useFieldLabel();
    const listId = React.useId();
    const box = React.useRef<HTMLSpanElement>(null);
    const input = React.useRef<HTMLInputElement>(null);
    const [typed, setTyped] = React.useState<string>();
    const [open, setOpen] = React.useState(false);
    const [active, setActive] = React.useState(0);
    const { items, busy } = useSearch(search, typed ?? '', open);
    React.useEffect(() => setActive(0), [items]);
    const close = React.useCallback(() => {
        setOpen(false);
        setTyped(undefined);
    }, []);
    const choose = (item: T | null): void => {
        onChange(item);
        close();
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        if (event.nativeEvent.isComposing) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setOpen(true);
            setActive(current => open ? Math.max(0, Math.min(items.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1))) : 0);
        } else if (event.key === 'Enter' && open) {
            event.preventDefault();
            event.stopPropagation();
            if (items[active] !== undefined) {
                choose(items[active]);
            }
        } else if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            close();
        }
    };
    const idOf = (index: number): string => `${listId}-${index}`;
    return <span className='e-input-box e-combobox' ref={box}>
        <input {...control} ref={input} type='text' className='e-input' role='combobox' aria-expanded={open} aria-controls={open ? listId : undefined} aria-autocomplete='list'
            aria-activedescendant={open && items.length ? idOf(active) : undefined} aria-label={label} autoComplete='off' spellCheck={false} autoFocus={autoFocus}
            placeholder={placeholder} disabled={disabled} value={typed ?? (value === null ? '' : labelOf(value))}
            onChange={event => {
                setTyped(event.target.value);
                setOpen(true);
                if (event.target.value === '') {
                    onChange(null);
                }
            }}
            onClick={() => setOpen(true)} onKeyDown={onKeyDown} onBlur={close} />
        {value !== null && !disabled
            ? <button type='button' className='e-input-clear' tabIndex={-1} aria-label={nls.localize('earshot/core/actions/clear', 'Clear')} onMouseDown={event => event.preventDefault()}
                onClick={() => { choose(null); input.current?.focus(); }}><Icon name='close' /></button>
            : <Icon name={busy ? 'loading' : 'chevron-down'} className={`e-input-end ${busy ? 'codicon-modifier-spin' : ''}`} />}
        {open && <Floating anchor={box} matchWidth className='e-popup' label={label ?? placeholder ?? nls.localize('earshot/core/combobox/choices', 'Choices')} onOutside={close}>
            <ul className='e-options' role='listbox' id={listId} aria-label={label} aria-labelledby={label ? undefined : fieldLabel}>
                {items.map((item, index) => <li key={keyOf(item)} id={idOf(index)} role='option' aria-selected={index === active} className='e-option'
                    onMouseDown={event => event.preventDefault()} onClick={() => choose(item)} onPointerMove={() => setActive(index)}
                    ref={element => { if (index === active) { element?.scrollIntoView?.({ block: 'nearest' }); } }}>
                    <span className='e-option-label'>{labelOf(item)}</span>
                    {detailOf?.(item) && <span className='e-option-detail'>{detailOf(item)}</span>}
                </li>)}
            </ul>
            {items.length === 0 && <p className='e-options-empty' role='status'>{busy ? nls.localize('earshot/core/combobox/searching', 'Searching…') : nls.localize('earshot/core/combobox/nothing', 'Nothing found.')}</p>}
        </Floating>}
    </span>;
}
