import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { Team } from '../../common/people/people-contract';
import { Icon } from '../widgets/icon';
import { teamRows } from './team-rows';
import { countOfPeople } from './lookups';

export interface TeamTreeProps {
    readonly teams: readonly Team[];
    readonly selectedId: string | undefined;
    onOpen(id: string): void;
    readonly movable: boolean;
    onMove(id: string, parentId: string | null): void;
    onMoveBy(id: string, direction: 'left' | 'right'): void;
}

/** Teams as a tree. Arrows move and open or close, Enter opens beside, Alt with left and right moves a team out of or into another. */
export function TeamTree({ teams, selectedId, onOpen, movable, onMove, onMoveBy }: TeamTreeProps): React.ReactElement {
    const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set());
    const [focusedId, setFocusedId] = React.useState(selectedId);
    const [dragged, setDragged] = React.useState<string>();
    const [over, setOver] = React.useState<string>();
    const tree = React.useRef<HTMLDivElement>(null);
    const rows = teamRows(teams, closed);
    const current = Math.max(0, rows.findIndex(each => each.team.id === focusedId));
    const toggle = (id: string, close: boolean): void => setClosed(before => {
        const next = new Set(before);
        if (close) {
            next.add(id);
        } else {
            next.delete(id);
        }
        return next;
    });
    const focus = (index: number): void => {
        const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
        if (row) {
            setFocusedId(row.team.id);
            tree.current?.querySelector<HTMLElement>(`[data-team="${row.team.id}"]`)?.focus();
        }
    };
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const row = rows[current];
        if (!row || event.ctrlKey || event.metaKey) {
            return;
        }
        const { team, hasChildren } = row;
        const open = hasChildren && !closed.has(team.id);
        if (event.altKey) {
            if (movable && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
                event.preventDefault();
                onMoveBy(team.id, event.key === 'ArrowLeft' ? 'left' : 'right');
            }
            return;
        }
        const actions: Record<string, () => void> = {
            ArrowDown: () => focus(current + 1), ArrowUp: () => focus(current - 1), Home: () => focus(0), End: () => focus(rows.length - 1), Enter: () => onOpen(team.id), ' ': () => onOpen(team.id),
            ArrowRight: () => open ? focus(current + 1) : toggle(team.id, false),
            ArrowLeft: () => open ? toggle(team.id, true) : focus(rows.findIndex(each => each.team.id === team.parentId))
        };
        if (actions[event.key]) {
            event.preventDefault();
            actions[event.key]!();
        }
    };
    const dropOn = (parentId: string | null): void => {
        if (dragged) {
            onMove(dragged, parentId);
        }
        setDragged(undefined);
        setOver(undefined);
    };
    return <div ref={tree} className='e-tree' role='tree' aria-label={nls.localize('earshot/core/teams/title', 'Teams')} onKeyDown={onKeyDown} onDragOver={event => event.preventDefault()} onDrop={() => dropOn(null)}>
        {rows.map(({ team, depth, position, siblings, hasChildren }, index) => {
            const open = !closed.has(team.id);
            return <div key={team.id} role='treeitem' data-team={team.id} tabIndex={index === current ? 0 : -1} aria-level={depth + 1} aria-posinset={position} aria-setsize={siblings}
                aria-expanded={hasChildren ? open : undefined} aria-selected={team.id === selectedId} className={`e-tree-row ${over === team.id ? 'e-tree-over' : ''}`} style={{ paddingInlineStart: 8 + depth * 22 }}
                onClick={() => { setFocusedId(team.id); onOpen(team.id); }} onFocus={() => setFocusedId(team.id)}
                draggable={movable} onDragStart={() => setDragged(team.id)} onDragEnd={() => { setDragged(undefined); setOver(undefined); }}
                onDragOver={event => { event.preventDefault(); event.stopPropagation(); setOver(team.id); }} onDrop={event => { event.stopPropagation(); dropOn(team.id); }}>
                <span className='e-tree-twisty' onClick={event => { event.stopPropagation(); toggle(team.id, open); }}>{hasChildren && <Icon name={open ? 'chevron-down' : 'chevron-right'} />}</span>
                <span className='e-tree-name'>{team.name}</span>
                {team.leaderName && <span className='e-tree-detail'>{team.leaderName}</span>}
                <span className='e-tree-count e-figures'>{countOfPeople(team.people)}</span>
            </div>;
        })}
    </div>;
}
