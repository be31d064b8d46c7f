import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon, IconButton, Menu, type MenuItem } from '@earshot/core/lib/browser/widgets';
import type { FormPlace } from '../../../common/form/form-editing';
import { pathOfPlace } from '../../../common/form/form-place';
import { useBuilder } from './builder-context';
import { CardErrors } from './card-errors';

export interface CardHeadProps {
    readonly place: FormPlace;
    readonly number: string;
    readonly title: string;
    readonly placeholder: string;
    /** What stands below the title while the card is closed. */
    readonly facts?: React.ReactNode;
    /** What stands on the right: weight and share. */
    readonly figures?: React.ReactNode;
}

/** The head of a card: what it is, what it counts for, and what can be done to it, by mouse and by keyboard. */
export function CardHead({ place, number, title, placeholder, facts, figures }: CardHeadProps): React.ReactElement {
    const { actions, dragging, isOpen, toggle, step } = useBuilder();
    const more = nls.localize('earshot/assessment/builder/actions', 'Actions for {0}', number);
    const items: readonly MenuItem[] = [
        { label: nls.localize('earshot/assessment/editor/duplicate', 'Duplicate'), icon: 'copy', keys: 'Ctrl+D', run: () => actions.duplicate(place) },
        { label: nls.localize('earshot/assessment/editor/up', 'Move up'), icon: 'arrow-up', keys: 'Alt+↑', disabled: !actions.canMove(place, -1), run: () => actions.move(place, -1) },
        { label: nls.localize('earshot/assessment/editor/down', 'Move down'), icon: 'arrow-down', keys: 'Alt+↓', disabled: !actions.canMove(place, 1), run: () => actions.move(place, 1) },
        { kind: 'separator' },
        { label: nls.localize('earshot/assessment/editor/remove', 'Remove'), icon: 'trash', keys: 'Del', danger: true, run: () => actions.remove(place) }
    ];
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const direction = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
        const control = event.ctrlKey || event.metaKey;
        if (direction && event.altKey) {
            actions.move(place, direction);
        } else if (direction && !control) {
            step(event.currentTarget, direction);
        } else if (event.key === 'Delete') {
            actions.remove(place);
        } else if (control && event.key.toLowerCase() === 'd') {
            actions.duplicate(place);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    };
    return <div className='a-card-head'>
        <span className='a-card-grip' aria-hidden='true' title={nls.localize('earshot/assessment/builder/drag', 'Drag to move; by keyboard Alt with ↑ or ↓')} {...dragging.handle(place)}><Icon name='gripper' /></span>
        <button type='button' className='a-card-open' data-card={pathOfPlace(place)} aria-expanded={isOpen(place)} onClick={() => toggle(place)} onKeyDown={onKeyDown}>
            <span className='a-card-number e-figures'>{number}</span>
            <span className='a-card-words'>
                <span className={title ? 'a-card-title' : 'a-card-title a-hint'}>{title || placeholder}</span>
                {facts}
            </span>
        </button>
        <CardErrors place={place} />
        {figures}
        <Menu items={items} label={more} alignment='end'><IconButton icon='ellipsis' label={more} /></Menu>
    </div>;
}
