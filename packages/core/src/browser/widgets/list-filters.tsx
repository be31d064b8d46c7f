import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSetQuery } from '../navigation/hooks';
import { Button } from './button';
import { Floating } from './floating';
import { Chip } from './notice';
import { TextField } from './text-field';

/** Milliseconds after the last key before the list follows what is typed. */
const typing = 250;
/** The query parameter in which a list keeps the words that are looked for. */
const words = 'q';

/** The choice that filters nothing. */
export const anyOption = (): { readonly value: ''; readonly label: string } => ({ value: '', label: nls.localize('earshot/core/filter/any', 'Any') });

export interface ListSearchProps {
    /** What the address says now. */
    readonly value: string | undefined;
    /** What can be looked for. */
    readonly label: string;
    readonly className?: string;
}

/** Finds rows while one types; the words stand in the address as `q`. */
export function ListSearch({ value = '', label, className }: ListSearchProps): React.ReactElement {
    const setQuery = useSetQuery();
    const [typed, setTyped] = React.useState(value);
    const given = React.useRef(value);
    React.useEffect(() => {
        if (given.current !== value) {
            given.current = value;
            setTyped(value);
        }
    }, [value]);
    React.useEffect(() => {
        const timer = window.setTimeout(() => {
            if (typed.trim() !== given.current) {
                given.current = typed.trim();
                setQuery({ [words]: given.current });
            }
        }, typing);
        return () => window.clearTimeout(timer);
    }, [typed, setQuery]);
    return <TextField className={className} icon='search' clearable value={typed} onChange={setTyped} placeholder={label} aria-label={label} />;
}

export interface FilterPopoverProps {
    /** How many filters are set that it holds. */
    readonly count: number;
    onClear(): void;
    readonly children: React.ReactNode;
}

/** A button with all filters of a list behind it. What is set stands as chips beside it. */
export function FilterPopover({ count, onClear, children }: FilterPopoverProps): React.ReactElement {
    const [open, setOpen] = React.useState(false);
    const anchor = React.useRef<HTMLSpanElement>(null);
    const panel = React.useRef<HTMLDivElement>(null);
    const close = React.useCallback(() => setOpen(false), []);
    React.useEffect(() => {
        if (open) {
            panel.current?.querySelector<HTMLElement>('input, select, button')?.focus();
        }
    }, [open]);
    const name = nls.localize('earshot/core/filter/name', 'Filters');
    return <span ref={anchor} className='e-filter-anchor'>
        <Button icon='filter' aria-haspopup='dialog' aria-expanded={open} onClick={() => setOpen(!open)}>
            {count ? nls.localize('earshot/core/filter/name-count', 'Filters ({0})', count) : name}
        </Button>
        {open && <Floating anchor={anchor} className='e-popup' onOutside={close}>
            <div ref={panel} className='e-filter-panel' role='dialog' aria-label={name} onKeyDown={event => {
                if (event.key === 'Escape' && !event.defaultPrevented) {
                    event.stopPropagation();
                    close();
                    anchor.current?.querySelector('button')?.focus();
                }
            }}>
                <div className='e-filter-fields'>{children}</div>
                <div className='e-filter-footer'>
                    <Button variant='quiet' small disabled={count === 0} onClick={onClear}>{nls.localize('earshot/core/filter/clear', 'Clear all')}</Button>
                    <Button small onClick={close}>{nls.localize('earshot/core/filter/close', 'Done')}</Button>
                </div>
            </div>
        </Floating>}
    </span>;
}

/** One filter that is set: the query parameters that make it, and how it reads. False where it is not set. */
export type FilterChip = readonly [parameters: readonly string[], text: React.ReactNode] | false;

/** The filters that are set, each of which can be taken away. */
export function FilterChips({ chips }: { readonly chips: readonly FilterChip[] }): React.ReactElement | null {
    const setQuery = useSetQuery();
    const shown = chips.filter(each => each !== false);
    return shown.length === 0 ? null : <span className='e-filter-chips'>{shown.map(([parameters, text]) =>
        <Chip key={parameters[0]} removeLabel={nls.localize('earshot/core/filter/remove', 'Remove this filter')} onRemove={() => setQuery(Object.fromEntries(parameters.map(each => [each, null])))}>{text}</Chip>)}</span>;
}
