import * as React from '@theia/core/shared/react';

export interface IconProps {
    /** Name of a codicon, without prefix. */
    readonly name: string;
    /** Says what the picture says, where no text beside it does. */
    readonly label?: string;
    readonly className?: string;
}

export const Icon = ({ name, label, className = '' }: IconProps): React.ReactElement =>
    <span className={`e-glyph codicon codicon-${name} ${className}`} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true} />;

/** Text for screen readers only. */
export const Hidden = ({ children }: { readonly children: React.ReactNode }): React.ReactElement => <span className='e-hidden'>{children}</span>;
