import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { IconButton, Menu } from '@earshot/core/lib/browser/widgets';
import { type ConditionGroup, indentPart, isGroup, movePart, outdentPart, partAt, type PartPath, removePart } from '../../../common/form/condition-tree';

/** What can be done to a part of a condition; undefined where it cannot. */
interface PartActions {
    readonly up?: () => void;
    readonly down?: () => void;
    readonly indent?: () => void;
    readonly outdent?: () => void;
    readonly remove: () => void;
    /** As in outlines: Alt and Shift with the arrows. */
    onKeyDown(event: React.KeyboardEvent): void;
}

/** Of a part of a group: it moves with the focus in it. @param onChange with the key of the part that gets the focus */
export function partActions(tree: ConditionGroup, path: PartPath, onChange: (tree: ConditionGroup, goTo?: number) => void): PartActions {
    const part = partAt(tree, path)!;
    const doing = (next: ConditionGroup | undefined) => next && ((): void => onChange(next, part.key));
    const [up, down, indent, outdent] = [doing(movePart(tree, path, -1)), doing(movePart(tree, path, 1)), doing(indentPart(tree, path)), doing(outdentPart(tree, path))];
    const keys: Readonly<Record<string, (() => void) | undefined>> = { ArrowUp: up, ArrowDown: down, ArrowRight: indent, ArrowLeft: outdent };
    return {
        up, down, indent, outdent,
        remove: () => {
            const next = removePart(tree, path);
            const around = partAt(next, path.slice(0, -1));
            const siblings = around && isGroup(around) ? around.parts : next.parts;
            onChange(next, (siblings[Math.min(path[path.length - 1]!, siblings.length - 1)] ?? next).key);
        },
        onKeyDown: event => {
            if (event.altKey && event.shiftKey && event.key in keys) {
                event.preventDefault();
                event.stopPropagation();
                keys[event.key]?.();
            }
        }
    };
}

/** What stands at the end of a part. @param label of what the part belongs to */
export function PartTools({ actions: { up, down, indent, outdent, remove }, label: whole }: { readonly actions: PartActions; readonly label: string }): React.ReactElement {
    const label = nls.localize('earshot/assessment/editor/part-actions', 'Move or group this condition');
    return <span className='a-condition-tools'>
        <Menu label={label} alignment='end' items={[
            { label: nls.localize('earshot/assessment/editor/indent', 'Group with the one before'), icon: 'indent', keys: 'Alt+Shift+→', disabled: !indent, run: () => indent?.() },
            { label: nls.localize('earshot/assessment/editor/outdent', 'Take out of the group'), icon: 'arrow-left', keys: 'Alt+Shift+←', disabled: !outdent, run: () => outdent?.() },
            { label: nls.localize('earshot/assessment/editor/up', 'Move up'), icon: 'arrow-up', keys: 'Alt+Shift+↑', disabled: !up, run: () => up?.() },
            { label: nls.localize('earshot/assessment/editor/down', 'Move down'), icon: 'arrow-down', keys: 'Alt+Shift+↓', disabled: !down, run: () => down?.() }
        ]}><IconButton icon='ellipsis' label={label} /></Menu>
        <IconButton icon='trash' label={nls.localize('earshot/assessment/editor/remove-row', 'Remove from “{0}”', whole)} onClick={remove} />
    </span>;
}
