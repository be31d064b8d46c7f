import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { isTextInput } from '../keyboard/focus-kind';
import { IconButton } from './button';

export interface SidePanelProps {
    readonly title: string;
    readonly subtitle?: React.ReactNode;
    onClose(): void;
    /** Buttons in its head, beside the cross. */
    readonly actions?: React.ReactNode;
    readonly footer?: React.ReactNode;
    readonly children: React.ReactNode;
}

/** What a row of a list is about, beside the list. Escape closes it; the list stays where it was. */
export function SidePanel({ title, subtitle, onClose, actions, footer, children }: SidePanelProps): React.ReactElement {
    const titleId = React.useId();
    const close = React.useRef(onClose);
    close.current = onClose;
    React.useEffect(() => {
        const pressed = (event: KeyboardEvent): void => {
            if (event.key === 'Escape' && !event.defaultPrevented && !isTextInput(event.target as Element) && !document.querySelector('[aria-modal="true"], .e-popup')) {
                close.current();
            }
        };
        document.addEventListener('keydown', pressed);
        return () => document.removeEventListener('keydown', pressed);
    }, []);
    return <aside className='e-side-panel' aria-labelledby={titleId} onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
            event.stopPropagation();
            onClose();
        }
    }}>
        <header className='e-side-panel-header'>
            <div className='e-side-panel-titles'><h2 id={titleId}>{title}</h2>{subtitle && <div className='e-side-panel-subtitle'>{subtitle}</div>}</div>
            {actions}
            <IconButton icon='close' label={nls.localize('earshot/core/actions/close', 'Close')} onClick={onClose} />
        </header>
        <div className='e-side-panel-body'>{children}</div>
        {footer && <footer className='e-side-panel-footer'>{footer}</footer>}
    </aside>;
}

export interface BesideProps {
    /** The list; it keeps its place and scroll position. */
    readonly children: React.ReactNode;
    /** A SidePanel, or nothing. */
    readonly panel?: React.ReactNode;
}

/** A list with room for a side panel; in a narrow window the panel lies over the list. */
export const Beside = ({ children, panel }: BesideProps): React.ReactElement =>
    <div className={`e-beside ${panel ? 'e-beside-open' : ''}`}>
        <div className='e-beside-main'>{children}</div>
        {panel}
    </div>;
