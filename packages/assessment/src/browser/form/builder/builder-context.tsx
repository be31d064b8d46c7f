import * as React from '@theia/core/shared/react';
import type { FormPlace } from '../../../common/form/form-editing';
import type { BuilderActions } from './builder-actions';
import type { CardDragging } from './card-dragging';

/** What the cards share. */
export interface Builder {
    readonly actions: BuilderActions;
    readonly dragging: CardDragging;
    /** Whether the card of the form, a section or a question is the one that is open. */
    isOpen(place: FormPlace): boolean;
    toggle(place: FormPlace): void;
    /** Puts the focus onto the head before or after one. */
    step(head: Element, direction: 1 | -1): void;
    /** Errors of a card that are said by now. */
    errorsAt(place: FormPlace): number;
}

const Context = React.createContext<Builder | undefined>(undefined);
export const BuilderProvider = Context.Provider;

export function useBuilder(): Builder {
    const builder = React.useContext(Context);
    if (!builder) {
        throw new Error('Cards of a form stand below a BuilderProvider.');
    }
    return builder;
}
