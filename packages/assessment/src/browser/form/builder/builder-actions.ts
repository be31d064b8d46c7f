import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce, useUndo } from '@earshot/core/lib/browser/application';
import { type FormEdit, type FormPlace, type Gap, addQuestion, addSection, duplicate, move, moveTo, removable, remove, restore } from '../../../common/form/form-editing';
import { pathOfPlace } from '../../../common/form/form-place';
import { formText } from '../../form-text';
import type { FormDraft } from '../editor/form-draft';

/** What is done to the cards. */
export interface BuilderActions {
    addSection(after: FormPlace): void;
    addQuestion(after: FormPlace, kind: string): void;
    duplicate(place: FormPlace): void;
    move(place: FormPlace, direction: 1 | -1): void;
    moveTo(place: FormPlace, gap: Gap): void;
    remove(place: FormPlace): void;
    canMove(place: FormPlace, direction: 1 | -1): boolean;
}

/** Where the builder goes after something was done: a card is opened and its field written, or its head gets the focus. */
export interface BuilderGoing {
    open(place: FormPlace, field: string): void;
    stay(place: FormPlace): void;
}

/** What is removed comes back to where it was, whatever was done since: its toast does not take back somebody else's step. */
export function useBuilderActions(draft: FormDraft, going: React.MutableRefObject<BuilderGoing>): BuilderActions {
    const offerUndo = useUndo();
    const announce = useAnnounce();
    return React.useMemo((): BuilderActions => {
        const now = () => draft.state.get().form;
        const added = (edit: FormEdit): void => {
            draft.change(edit.form);
            going.current.open(edit.place, `${pathOfPlace(edit.place)}/${edit.place.question === undefined ? 'title' : 'text'}`);
        };
        const moved = (edit: FormEdit | undefined): void => {
            if (edit) {
                draft.change(edit.form);
                going.current.stay(edit.place);
                const number = edit.place.question === undefined ? `${edit.place.section! + 1}` : `${edit.place.section! + 1}.${edit.place.question + 1}`;
                announce(nls.localize('earshot/assessment/builder/moved', 'Now {0}', number));
            }
        };
        return {
            addSection: after => added(addSection(now(), after)),
            addQuestion: (after, kind) => added(addQuestion(now(), after, kind)),
            duplicate: place => moved(duplicate(now(), place)),
            move: (place, direction) => moved(move(now(), place, direction)),
            moveTo: (place, gap) => moved(moveTo(now(), place, gap)),
            canMove: (place, direction) => move(now(), place, direction) !== undefined,
            remove: place => {
                const part = removable(now(), place);
                if (!part) {
                    return;
                }
                const edit = remove(now(), place);
                draft.change(edit.form);
                going.current.stay(edit.place);
                const title = formText('section' in part ? part.section.title : part.question.text) || nls.localize('earshot/assessment/editor/untitled', 'without a title');
                offerUndo(nls.localize('earshot/assessment/editor/removed', 'Removed: {0}', title), () => moved(restore(now(), part)));
            }
        };
    }, [draft, going, offerUndo, announce]);
}
