import { describe, expect, it } from 'vitest';
import type { Team } from '../../common/people/people-contract';
import { movedParent, teamRows, withDescendants } from './team-rows';

const team = (id: string, parentId: string | null, name = id): Team => ({ id, parentId, name, leaderId: null, leaderName: null, people: 0, version: 1 });
const teams = [team('evening', 'north'), team('north', null), team('south', null), team('day', 'north'), team('night', 'evening'), team('lost', 'hidden')];
const shape = (closed?: ReadonlySet<string>): string[] => teamRows(teams, closed).map(each => '·'.repeat(each.depth) + each.team.name);

describe('the tree of teams as rows', () => {
    it('puts children behind their parents, siblings by name', () => expect(shape()).toEqual(['lost', 'north', '·day', '·evening', '··night', 'south']));
    it('leaves out what lies below a closed team', () => expect(shape(new Set(['evening']))).toEqual(['lost', 'north', '·day', '·evening', 'south']));
    it('counts places among siblings', () => expect(teamRows(teams).find(each => each.team.id === 'evening')).toMatchObject({ position: 2, siblings: 2, hasChildren: true }));
});

describe('moving a team by keyboard', () => {
    it('to the right puts it below the sibling before it', () => expect(movedParent(teams, 'evening', 'right')).toEqual({ parentId: 'day' }));
    it('to the left beside its parent', () => expect(movedParent(teams, 'night', 'left')).toEqual({ parentId: 'north' }));
    it('has nowhere to go at the edges', () => {
        expect(movedParent(teams, 'day', 'right')).toBeUndefined();
        expect(movedParent(teams, 'north', 'left')).toBeUndefined();
        expect(movedParent(teams, 'nobody', 'left')).toBeUndefined();
    });
    it('never below itself', () => expect([...withDescendants(teams, 'north')].sort()).toEqual(['day', 'evening', 'night', 'north']));
});
