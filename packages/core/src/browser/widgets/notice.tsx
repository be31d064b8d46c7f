import * as React from '@theia/core/shared/react';
import { Icon } from './icon';

export type Tone = 'neutral' | 'accent' | 'good' | 'caution' | 'critical';

const icons: Readonly<Record<Tone, string>> = { neutral: 'info', accent: 'info', good: 'pass', caution: 'warning', critical: 'error' };

export interface NoticeProps {
    readonly tone?: Tone;
    readonly icon?: string;
    /** Buttons or links at its end. */
    readonly actions?: React.ReactNode;
    readonly children: React.ReactNode;
}

/** A sentence that stands in the page. Critical ones are spoken at once. */
export const Notice = ({ tone = 'neutral', icon, actions, children }: NoticeProps): React.ReactElement =>
    <div className={`e-notice e-tone-${tone}`} role={tone === 'critical' ? 'alert' : 'note'}>
        <Icon name={icon ?? icons[tone]} />
        <div className='e-notice-text'>{children}</div>
        {actions && <div className='e-notice-actions'>{actions}</div>}
    </div>;

export interface BadgeProps {
    readonly tone?: Tone;
    readonly icon?: string;
    readonly children: React.ReactNode;
}

/** A state in a word or two. */
export const Badge = ({ tone = 'neutral', icon, children }: BadgeProps): React.ReactElement =>
    <span className={`e-badge e-tone-${tone}`}>{icon && <Icon name={icon} />}{children}</span>;

export interface ChipProps {
    readonly children: React.ReactNode;
    /** Says what the cross does: "Remove the filter on team". */
    readonly removeLabel?: string;
    onRemove?(): void;
}

/** A value that was chosen, which can be taken away again. */
export const Chip = ({ children, removeLabel, onRemove }: ChipProps): React.ReactElement =>
    <span className='e-chip'><span className='e-chip-text'>{children}</span>
        {onRemove && <button type='button' className='e-chip-remove' aria-label={removeLabel} onClick={onRemove}><Icon name='close' /></button>}
    </span>;

export interface EmptyStateProps {
    readonly icon: string;
    readonly title: string;
    readonly children?: React.ReactNode;
    readonly action?: React.ReactNode;
}

/** Nothing here yet: says so kindly, and offers the next useful thing. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps): React.ReactElement =>
    <div className='e-empty'>
        <Icon name={icon} />
        <p className='e-empty-title'>{title}</p>
        {children && <div className='e-empty-text'>{children}</div>}
        {action && <div className='e-empty-action'>{action}</div>}
    </div>;
