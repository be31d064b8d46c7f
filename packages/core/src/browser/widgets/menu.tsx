import * as React from '@theia/core/shared/react';
import { Floating } from './floating';
import { Icon } from './icon';
import type { Alignment, Side } from './placement';

export type MenuItem =
    | { readonly kind?: 'action'; readonly label: string; readonly icon?: string; readonly detail?: string; readonly keys?: string; readonly disabled?: boolean; readonly danger?: boolean; run(): void }
    | { readonly kind: 'check' | 'radio'; readonly label: string; readonly checked: boolean; readonly disabled?: boolean; readonly keepOpen?: boolean; run(): void }
    | { readonly kind: 'heading'; readonly label: string }
    | { readonly kind: 'separator' };

export interface MenuProps {
    readonly items: readonly MenuItem[];
    readonly label: string;
    readonly side?: Side;
    readonly alignment?: Alignment;
    /** The button that opens it; it is given the handlers and attributes. */
    readonly children: React.ReactElement<React.ButtonHTMLAttributes<HTMLButtonElement>>;
}

const roles = { action: 'menuitem', check: 'menuitemcheckbox', radio: 'menuitemradio' } as const;

/** A button with a list of things to do or to choose. Arrow keys move, letters jump, Escape closes. */
export function Menu({ items, label, side = 'below', alignment = 'start', children }: MenuProps): React.ReactElement {
    const [open, setOpen] = React.useState(false);
    const anchor = React.useRef<HTMLSpanElement>(null);
    const list = React.useRef<HTMLDivElement>(null);
    const close = React.useCallback((restoreFocus = true) => {
        setOpen(false);
        if (restoreFocus) {
            anchor.current?.querySelector('button')?.focus();
        }
    }, []);
    const outside = React.useCallback(() => close(false), [close]);
    const entries = (): HTMLElement[] => [...list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? []];
    React.useEffect(() => {
        if (open) {
            (list.current?.querySelector<HTMLElement>('[aria-checked="true"][role="menuitemradio"]') ?? entries()[0])?.focus();
        }
    }, [open]);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const all = entries();
        const index = all.indexOf(document.activeElement as HTMLElement);
        const target = event.key === 'ArrowDown' ? all[(index + 1) % all.length] : event.key === 'ArrowUp' ? all[(index - 1 + all.length) % all.length]
            : event.key === 'Home' ? all[0] : event.key === 'End' ? all[all.length - 1]
                : event.key.length === 1 && event.key !== ' ' ? [...all.slice(index + 1), ...all.slice(0, index + 1)].find(each => each.textContent?.toLowerCase().startsWith(event.key.toLowerCase())) : undefined;
        if (target) {
            event.preventDefault();
            target.focus();
        }
        if (event.key === 'Escape' || event.key === 'Tab') {
            event.preventDefault();
            close();
        }
        event.stopPropagation();
    };
    const press = (item: MenuItem): void => {
        if (item.kind === 'heading' || item.kind === 'separator' || item.disabled) {
            return;
        }
        if (!('keepOpen' in item && item.keepOpen)) {
            close();
        }
        item.run();
    };
    return <span ref={anchor} className='e-menu-anchor'>
        {React.cloneElement(children, { 'aria-haspopup': 'menu', 'aria-expanded': open, onClick: () => setOpen(!open) })}
        {open && <Floating anchor={anchor} side={side} alignment={alignment} className='e-popup' label={label} onOutside={outside}>
            <div ref={list} className='e-menu' role='menu' aria-label={label} onKeyDown={onKeyDown}
                onBlur={event => { if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && !anchor.current?.contains(event.relatedTarget)) { close(false); } }}>
                {items.map((item, index) => {
                    if (item.kind === 'separator') {
                        return <div key={index} role='separator' className='e-menu-separator' />;
                    }
                    if (item.kind === 'heading') {
                        return <div key={index} className='e-menu-heading' role='presentation'>{item.label}</div>;
                    }
                    const kind = item.kind ?? 'action';
                    const checked = 'checked' in item ? item.checked : undefined;
                    return <button key={index} type='button' role={roles[kind]} tabIndex={-1} aria-checked={checked} aria-disabled={item.disabled || undefined}
                        className={`e-menu-item ${'danger' in item && item.danger ? 'e-menu-danger' : ''}`} onClick={() => press(item)} onPointerMove={event => event.currentTarget.focus()}>
                        <Icon name={checked === undefined ? ('icon' in item && item.icon) || 'blank' : checked ? 'check' : 'blank'} />
                        <span className='e-menu-label'>{item.label}{'detail' in item && item.detail && <span className='e-menu-detail'>{item.detail}</span>}</span>
                        {'keys' in item && item.keys && <kbd className='e-menu-keys'>{item.keys}</kbd>}
                    </button>;
                })}
            </div>
        </Floating>}
    </span>;
}
