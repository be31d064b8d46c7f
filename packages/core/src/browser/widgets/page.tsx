import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Link } from '../navigation/hooks';
import { Icon } from './icon';

export interface PageProps {
    readonly title: string;
    readonly subtitle?: React.ReactNode;
    /** Buttons at the right of the title, the primary one last. */
    readonly actions?: React.ReactNode;
    /** A path or link one level up. */
    readonly back?: { readonly to: string; readonly label: string };
    /** `fill` gives the content the height of the window (tables, splits); `reading` a measure that reads well. */
    readonly width?: 'fill' | 'wide' | 'reading';
    /** The title is for screen readers only; the page has a head of its own. */
    readonly hideHeader?: boolean;
    readonly children: React.ReactNode;
}

/** The frame of a page: its heading, its actions, its content. The title also becomes the window's. */
export function Page({ title, subtitle, actions, back, width = 'fill', hideHeader = false, children }: PageProps): React.ReactElement {
    React.useEffect(() => {
        document.title = nls.localize('earshot/core/shell/window-title', '{0} – Earshot', title);
    }, [title]);
    return <div className={`e-page e-page-${width}`}>
        {hideHeader ? <h1 className='e-hidden' tabIndex={-1}>{title}</h1> : <header className='e-page-header'>
            <div className='e-page-titles'>
                {back && <Link to={back.to} className='e-page-back'><Icon name='arrow-left' />{back.label}</Link>}
                <h1 tabIndex={-1}>{title}</h1>
                {subtitle && <div className='e-page-subtitle'>{subtitle}</div>}
            </div>
            {actions && <div className='e-page-actions'>{actions}</div>}
        </header>}
        <div className='e-page-content'>{children}</div>
    </div>;
}

export interface CardProps {
    readonly title?: string;
    readonly actions?: React.ReactNode;
    readonly children: React.ReactNode;
    readonly className?: string;
}

/** A part of a page that belongs together. */
export const Card = ({ title, actions, children, className = '' }: CardProps): React.ReactElement =>
    <section className={`e-card ${className}`}>
        {(title || actions) && <header className='e-card-header'>{title && <h2>{title}</h2>}{actions && <div className='e-card-actions'>{actions}</div>}</header>}
        {children}
    </section>;

/** Rows of a name and a value. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, React.ReactNode])[] }): React.ReactElement =>
    <dl className='e-facts'>{facts.map(([name, value]) => <React.Fragment key={name}><dt>{name}</dt><dd>{value}</dd></React.Fragment>)}</dl>;

/** Keys as people read them. */
export const Keys = ({ children }: { readonly children: string }): React.ReactElement => <kbd className='e-kbd'>{children}</kbd>;
