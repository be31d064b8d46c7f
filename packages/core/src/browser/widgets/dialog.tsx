import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { nls } from '@theia/core/lib/common/nls';
import { IconButton } from './button';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** Keeps the Tab key inside of an element. */
export function keepTabInside(event: React.KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Tab') {
        return;
    }
    const focusable = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const [first, last] = [focusable[0], focusable[focusable.length - 1]];
    if (!first || !last) {
        event.preventDefault();
    } else if (event.shiftKey ? document.activeElement === first || document.activeElement === event.currentTarget : document.activeElement === last) {
        event.preventDefault();
        (event.shiftKey ? last : first).focus();
    }
}

let openDialogs = 0;

/** While something modal is open the rest of the window takes no part; afterwards the focus returns to where it was. */
export function useModal(ref: React.RefObject<HTMLElement>): void {
    React.useEffect(() => {
        const before = document.activeElement as HTMLElement | null;
        const shell = document.getElementById('theia-app-shell');
        openDialogs++;
        shell?.setAttribute('inert', '');
        if (!ref.current?.contains(document.activeElement)) {
            (ref.current?.querySelector<HTMLElement>('[data-autofocus], .e-dialog-body input, .e-dialog-body select, .e-dialog-body textarea') ?? ref.current)?.focus();
        }
        return () => {
            if (--openDialogs === 0) {
                shell?.removeAttribute('inert');
            }
            before?.focus?.();
        };
    }, [ref]);
}

/** Whether a key was pressed while a modal thing is on top but the focus fell out of it, as it does when a focused control disappears. */
const fellOut = (modal: HTMLElement | null, event: KeyboardEvent): boolean => {
    const all = document.querySelectorAll('[aria-modal="true"]');
    return modal !== null && all[all.length - 1] === modal && !event.defaultPrevented && (event.target === document.body || event.target === document.documentElement);
};

export interface DialogProps {
    readonly title: string;
    onClose(): void;
    /** Buttons, the primary one last. */
    readonly footer?: React.ReactNode;
    readonly size?: 'small' | 'medium' | 'large';
    /** Pressing Enter in a field does this. */
    onSubmit?(): void;
    readonly children: React.ReactNode;
}

/** Asks for something before anything else can go on. Escape and the cross close it; a press beside it does not, so that nothing typed is lost. */
export function Dialog({ title, onClose, footer, size = 'medium', onSubmit, children }: DialogProps): React.ReactElement {
    const ref = React.useRef<HTMLDivElement>(null);
    const titleId = React.useId();
    const close = React.useRef(onClose);
    close.current = onClose;
    useModal(ref);
    React.useEffect(() => {
        const pressed = (event: KeyboardEvent): void => {
            if (!fellOut(ref.current, event)) {
                return;
            }
            if (event.key === 'Escape') {
                close.current();
            } else if (event.key === 'Tab') {
                event.preventDefault();
                ref.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
            }
        };
        document.addEventListener('keydown', pressed);
        return () => document.removeEventListener('keydown', pressed);
    }, []);
    const body = <>
        <div className='e-dialog-body'>{children}</div>
        {footer && <div className='e-dialog-footer'>{footer}</div>}
    </>;
    return createPortal(<div className='e-backdrop'>
        <div ref={ref} className={`e-dialog e-dialog-${size}`} role='dialog' aria-modal='true' aria-labelledby={titleId} tabIndex={-1}
            onKeyDown={event => {
                keepTabInside(event);
                if (event.key === 'Escape' && !event.defaultPrevented) {
                    event.stopPropagation();
                    onClose();
                }
            }}>
            <header className='e-dialog-header'>
                <h2 id={titleId}>{title}</h2>
                <IconButton icon='close' label={nls.localize('earshot/core/actions/close', 'Close')} onClick={onClose} />
            </header>
            {onSubmit ? <form className='e-dialog-form' noValidate onSubmit={event => { event.preventDefault(); onSubmit(); }}>{body}</form> : body}
        </div>
    </div>, document.body);
}
