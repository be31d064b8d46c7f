import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Floating } from '@earshot/core/lib/browser/widgets';

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
    const name = nls.localize('earshot/quality/filter/name', 'Filters');
    return <span ref={anchor} className='q-filter-anchor'>
        <Button icon='filter' aria-haspopup='dialog' aria-expanded={open} onClick={() => setOpen(!open)}>
            {count ? nls.localize('earshot/quality/filter/name-count', 'Filters ({0})', count) : name}
        </Button>
        {open && <Floating anchor={anchor} className='e-popup' onOutside={close}>
            <div ref={panel} className='q-filter-panel' role='dialog' aria-label={name} onKeyDown={event => {
                if (event.key === 'Escape' && !event.defaultPrevented) {
                    event.stopPropagation();
                    close();
                    anchor.current?.querySelector('button')?.focus();
                }
            }}>
                <div className='q-filter-fields'>{children}</div>
                <div className='q-filter-footer'>
                    <Button variant='quiet' small disabled={count === 0} onClick={onClear}>{nls.localize('earshot/quality/filter/clear', 'Clear all')}</Button>
                    <Button small onClick={close}>{nls.localize('earshot/quality/filter/close', 'Done')}</Button>
                </div>
            </div>
        </Floating>}
    </span>;
}
