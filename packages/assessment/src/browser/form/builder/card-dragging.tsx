import * as React from '@theia/core/shared/react';
import type { FormPlace, Gap } from '../../../common/form/form-editing';
import { samePlace } from '../../../common/form/form-place';

/** A card that is being dragged, and the gap above which it hovers. */
export interface CardDragging {
    readonly dragged: FormPlace | undefined;
    readonly gap: Gap | undefined;
    /** What the handle of a card takes. */
    handle(place: FormPlace): React.HTMLAttributes<HTMLElement>;
    /** What a card takes on which something may be put down; `questions`: how many a section has. */
    target(place: FormPlace, questions?: number): React.HTMLAttributes<HTMLElement>;
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

/** Cards are dragged by their handle and put down between others. The same by keyboard is Alt with the arrows. */
export function useCardDragging(onDrop: (place: FormPlace, gap: Gap) => void): CardDragging {
    const [dragged, setDragged] = React.useState<FormPlace>();
    const [gap, setGap] = React.useState<Gap>();
    const end = (): void => {
        setDragged(undefined);
        setGap(undefined);
    };
    return {
        dragged, gap,
        handle: place => ({
            draggable: true,
            onDragStart: event => {
                event.stopPropagation();
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', '');
                const card = event.currentTarget.closest<HTMLElement>('.a-card');
                if (card) {
                    event.dataTransfer.setDragImage(card, 12, 12);
                }
                setDragged(place);
            },
            onDragEnd: end
        }),
        target: (place, questions) => ({
            onDragOver: event => {
                if (!dragged) {
                    return;
                }
                const box = event.currentTarget.getBoundingClientRect();
                const next = gapAt(dragged, place, event.clientY > box.top + box.height / 2, questions);
                if (next) {
                    event.preventDefault();
                    event.stopPropagation();
                    setGap(current => current && samePlace(current, next) ? current : next);
                }
            },
            onDrop: event => {
                event.preventDefault();
                event.stopPropagation();
                if (dragged && gap) {
                    onDrop(dragged, gap);
                }
                end();
            }
        })
    };
}
