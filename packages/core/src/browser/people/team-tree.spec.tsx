import { afterEach, describe, expect, it, vi } from 'vitest';
import * as React from '@theia/core/shared/react';
import type { Team } from '../../common/people/people-contract';
import { focus, press, renderWidget, type Rendered } from '../testing/render-widget';
import { TeamTree } from './team-tree';

const team = (id: string, parentId: string | null): Team => ({ id, parentId, name: id, leaderId: null, leaderName: null, people: 3, version: 1 });
const teams = [team('north', null), team('day', 'north'), team('night', 'north'), team('south', null)];
let rendered: Rendered;
afterEach(() => rendered.unmount());

describe('the tree of teams', () => {
    it('is walked, closed, opened and changed by keyboard', async () => {
        const [onOpen, onMoveBy] = [vi.fn(), vi.fn()];
        rendered = await renderWidget(<TeamTree teams={teams} selectedId='north' onOpen={onOpen} movable onMove={() => { }} onMoveBy={onMoveBy} />);
        const names = (): (string | undefined)[] => [...rendered.element.querySelectorAll<HTMLElement>('[role="treeitem"]')].map(each => each.dataset.team);
        const key = (name: string, modifiers: KeyboardEventInit = {}): Promise<void> => press(document.activeElement!, name, modifiers);
        const here = (): string | undefined => (document.activeElement as HTMLElement).dataset.team;
        await focus(rendered.element.querySelector<HTMLElement>('[tabindex="0"]')!);
        expect(here()).toBe('north');
        await key('ArrowRight');
        await key('ArrowDown');
        expect(here()).toBe('night');
        await key('ArrowRight', { altKey: true });
        expect(onMoveBy).toHaveBeenCalledWith('night', 'right');
        await key('Enter');
        expect(onOpen).toHaveBeenCalledWith('night');
        await key('ArrowLeft');
        await key('ArrowLeft');
        expect(names()).toEqual(['north', 'south']);
        expect(document.activeElement!.getAttribute('aria-expanded')).toBe('false');
        await key('ArrowRight');
        expect(names()).toEqual(['north', 'day', 'night', 'south']);
        await key('End');
        expect(here()).toBe('south');
    });
});
