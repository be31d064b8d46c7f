import * as React from '@theia/core/shared/react';
import { Floating } from './floating';

export interface TooltipProps {
    readonly text: string;
    /** One element that takes mouse and focus handlers. Its accessible name must not depend on the tooltip. */
    readonly children: React.ReactElement<React.HTMLAttributes<HTMLElement>>;
}

/** Milliseconds that the pointer rests before the text appears. */
const DELAY = 400;

/** A short text beside what the pointer rests on or the keyboard has reached. Escape hides it. */
export function Tooltip({ text, children }: TooltipProps): React.ReactElement {
    const [open, setOpen] = React.useState(false);
    const anchor = React.useRef<HTMLElement | null>(null);
    const timer = React.useRef<number>();
    const show = (element: HTMLElement, delay: number): void => {
        anchor.current = element;
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setOpen(true), delay);
    };
    const hide = (): void => {
        window.clearTimeout(timer.current);
        setOpen(false);
    };
    React.useEffect(() => () => window.clearTimeout(timer.current), []);
    const { props } = children;
    return <>
        {React.cloneElement(children, {
            onPointerEnter: event => { props.onPointerEnter?.(event); show(event.currentTarget, DELAY); },
            onPointerLeave: event => { props.onPointerLeave?.(event); hide(); },
            onPointerDown: event => { props.onPointerDown?.(event); hide(); },
            onFocus: event => { props.onFocus?.(event); if (event.currentTarget.matches(':focus-visible')) { show(event.currentTarget, 0); } },
            onBlur: event => { props.onBlur?.(event); hide(); },
            onKeyDown: event => { props.onKeyDown?.(event); if (event.key === 'Escape') { hide(); } }
        })}
        {open && text && <Floating anchor={anchor} alignment='center' className='e-tooltip'><span aria-hidden='true'>{text}</span></Floating>}
    </>;
}
