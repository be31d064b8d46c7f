export interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export interface Size { readonly width: number; readonly height: number }
export type Side = 'below' | 'above' | 'right' | 'left';
export type Alignment = 'start' | 'center' | 'end';

/** Distance in pixels that floating things keep from the edge of the window. */
const MARGIN = 8;

const along = (start: number, length: number, size: number, alignment: Alignment): number =>
    alignment === 'start' ? start : alignment === 'end' ? start + length - size : start + (length - size) / 2;

/**
 * Where something that floats beside an anchor stands: on the wished side if there is room, else on the opposite
 * one, and never beyond the window. Pixels, relative to the window.
 */
export function place(anchor: Box, floating: Size, window: Size, side: Side, alignment: Alignment, gap = 4): { readonly left: number; readonly top: number; readonly side: Side } {
    const vertical = side === 'below' || side === 'above';
    const room = {
        below: window.height - anchor.top - anchor.height - gap - MARGIN, above: anchor.top - gap - MARGIN,
        right: window.width - anchor.left - anchor.width - gap - MARGIN, left: anchor.left - gap - MARGIN
    };
    const opposite: Record<Side, Side> = { below: 'above', above: 'below', left: 'right', right: 'left' };
    const needed = vertical ? floating.height : floating.width;
    const chosen = room[side] >= needed || room[side] >= room[opposite[side]] ? side : opposite[side];
    const clamp = (value: number, size: number, limit: number): number => Math.max(MARGIN, Math.min(value, limit - size - MARGIN));
    const left = vertical ? along(anchor.left, anchor.width, floating.width, alignment) : chosen === 'right' ? anchor.left + anchor.width + gap : anchor.left - floating.width - gap;
    const top = vertical ? (chosen === 'below' ? anchor.top + anchor.height + gap : anchor.top - floating.height - gap) : along(anchor.top, anchor.height, floating.height, alignment);
    return { left: clamp(left, floating.width, window.width), top: clamp(top, floating.height, window.height), side: chosen };
}
