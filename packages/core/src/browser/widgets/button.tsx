import * as React from '@theia/core/shared/react';
import { Icon } from './icon';
import { Tooltip } from './tooltip';

export interface ButtonProps extends React.ButtonHTMLAttributes<HTMLButtonElement> {
    /** One primary button per page or dialog at most; `danger` for what cannot be undone. */
    readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
    readonly icon?: string;
    /** Something is under way: the button stays in place, keeps the focus and takes no second press. */
    readonly busy?: boolean;
    readonly small?: boolean;
}

export const Button = React.forwardRef<HTMLButtonElement, ButtonProps>(function Button({ variant = 'secondary', icon, busy = false, small = false, className = '', children, onClick, ...rest }, ref) {
    return <button ref={ref} type='button' className={`e-button e-button-${variant} ${small ? 'e-button-small' : ''} ${className}`} aria-busy={busy || undefined}
        aria-disabled={busy || undefined} onClick={busy ? event => event.preventDefault() : onClick} {...rest}>
        {busy ? <Icon name='loading' className='codicon-modifier-spin' /> : icon && <Icon name={icon} />}
        {children !== undefined && <span className='e-button-text'>{children}</span>}
    </button>;
});

export interface IconButtonProps extends Omit<React.ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'title'> {
    readonly icon: string;
    /** Always needed: it is the accessible name and the tooltip. */
    readonly label: string;
    /** For toggles. */
    readonly pressed?: boolean;
    /** A key that does the same, as people read it; it stands in the tooltip. */
    readonly keys?: string;
    /** A small number at its corner. */
    readonly count?: number;
}

export const IconButton = React.forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton({ icon, label, pressed, keys, count = 0, className = '', ...rest }, ref) {
    return <Tooltip text={keys ? `${label} (${keys})` : label}>
        <button ref={ref} type='button' className={`e-icon-button ${className}`} aria-label={label} aria-pressed={pressed} {...rest}>
            <Icon name={icon} />
            {count > 0 && <span className='e-count' aria-hidden='true'>{count > 99 ? '99+' : count}</span>}
        </button>
    </Tooltip>;
});
