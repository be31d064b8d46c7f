import * as React from '@theia/core/shared/react';
import type { FormPlace, Gap } from '../../../common/form/form-editing';
import { pathOfPlace, placeOfProblem, samePlace } from '../../../common/form/form-place';
import { useDragScrolling } from './drag-scrolling';

/** A card that is being dragged, and the gap above which it hovers. */
export interface CardDragging {
    readonly dragged: FormPlace | undefined;
    readonly gap: Gap | undefined;
    /** What the handle of a card takes. */
    handle(place: FormPlace): React.HTMLAttributes<HTMLElement>;
    /** What a card takes on which something may be put down; `questions`: how many a section has. */
    target(place: FormPlace, questions?: number): { readonly 'data-place': string; readonly 'data-questions': number | undefined };
}

/** The gap before or after a card, by the half of it on which the pointer is; undefined where the dragged thing does not fit. */
export function gapAt(dragged: FormPlace, over: FormPlace, lowerHalf: boolean, questions = 0): Gap | undefined {
    if (over.section === undefined) {
        return undefined;
    }
    if (dragged.question === undefined) {
        return over.question === undefined ? { section: over.section + (lowerHalf ? 1 : 0) } : undefined;
    }
    return over.question === undefined ? { section: over.section, question: lowerHalf ? questions : 0 } : { section: over.section, question: over.question + (lowerHalf ? 1 : 0) };
}

/** Pixels that a pointer moves before it drags: a tap on the handle is none. */
const least = 4;
interface Grip { readonly place: FormPlace; readonly pointer: number; readonly x: number; readonly y: number }

/** The innermost card below a point on which the dragged one fits, as the gap that it would go to. */
function gapBelow(dragged: FormPlace, x: number, y: number): Gap | undefined {
    for (let card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]'); card; card = card.parentElement?.closest<HTMLElement>('[data-place]')) {
        const box = card.getBoundingClientRect();
        const gap = gapAt(dragged, placeOfProblem({ path: card.dataset.place! }), y > box.top + box.height / 2, Number(card.dataset.questions ?? 0));
        if (gap) {
            return gap;
        }
    }
    return undefined;
}

/**
 * Cards are dragged by their handle, with a mouse, a pen or a finger, and put down between others; Escape lets go of them where they were. The same
 * by keyboard is Alt with the arrows.
 */
export function useCardDragging(onDrop: (place: FormPlace, gap: Gap) => void): CardDragging {
    const grip = React.useRef<Grip>();
    const [dragged, setDragged] = React.useState<FormPlace>();
    const [gap, setGap] = React.useState<Gap>();
    const scrolling = useDragScrolling();
    const end = React.useCallback((): void => {
        grip.current = undefined;
        scrolling.stop();
        setDragged(undefined);
        setGap(undefined);
    }, [scrolling]);
    React.useEffect(() => {
        const cancel = (event: KeyboardEvent): void => {
            if (event.key === 'Escape') {
                event.preventDefault();
                event.stopPropagation();
                end();
            }
        };
        if (dragged) {
            window.addEventListener('keydown', cancel, true);
        }
        return () => window.removeEventListener('keydown', cancel, true);
    }, [dragged, end]);
    const hover = (place: FormPlace, x: number, y: number): void => {
        const next = gapBelow(place, x, y);
        setGap(current => current && next && samePlace(current, next) ? current : next);
    };
    return {
        dragged, gap,
        handle: place => ({
            onPointerDown: event => {
                if (event.button === 0 && event.isPrimary) {
                    event.currentTarget.setPointerCapture(event.pointerId);
                    grip.current = { place, pointer: event.pointerId, x: event.clientX, y: event.clientY };
                }
            },
            onPointerMove: ({ pointerId, clientX, clientY, currentTarget }) => {
                const held = grip.current;
                if (held?.pointer !== pointerId || !dragged && Math.hypot(clientX - held.x, clientY - held.y) < least) {
                    return;
                }
                setDragged(held.place);
                hover(held.place, clientX, clientY);
                scrolling.follow(currentTarget, clientY, () => hover(held.place, clientX, clientY));
            },
            onPointerUp: () => {
                if (dragged && gap) {
                    onDrop(dragged, gap);
                }
                end();
            },
            onPointerCancel: end
        }),
        target: (place, questions) => ({ 'data-place': pathOfPlace(place), 'data-questions': questions })
    };
}
