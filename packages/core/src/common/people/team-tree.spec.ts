import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, findTeam, teamPaths, wouldCycle, type TeamNode } from './team-tree';

const teams: TeamNode[] = [
    { id: 'service', parentId: null, name: 'Service' }, { id: 'hotline', parentId: 'service', name: 'Hotline' }, { id: 'early', parentId: 'hotline', name: 'Early shift' },
    { id: 'sales', parentId: null, name: 'Sales' }, { id: 'early2', parentId: 'sales', name: 'Early shift' }
];

describe('the tree of teams', () => {
    it('refuses a team below itself, its child or its grandchild, and nothing else', () => {
        expect(wouldCycle(teams, 'service', 'service')).toBe(true);
        expect(wouldCycle(teams, 'service', 'early')).toBe(true);
        expect(wouldCycle(teams, 'service', 'sales')).toBe(false);
        expect(wouldCycle(teams, 'service', null)).toBe(false);
    });

    it('stays free of cycles whatever allowed moves are made', () => {
        fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(9))), { maxLength: 60 }), moves => {
            let tree: TeamNode[] = Array.from({ length: 10 }, (_, index) => ({ id: `${index}`, parentId: null, name: `${index}` }));
            for (const [team, below] of moves) {
                const parentId = below === null ? null : `${below}`;
                if (!wouldCycle(tree, `${team}`, parentId)) {
                    tree = tree.map(each => each.id === `${team}` ? { ...each, parentId } : each);
                }
            }
            return tree.every(each => !ancestors(tree, each.id).includes(each.id));
        }));
    });

    it('finds a team by path, by the end of its path, or by its name when there is one', () => {
        const paths = teamPaths(teams);
        expect(paths.get('early')).toBe('Service / Hotline / Early shift');
        expect(findTeam(paths, 'service/hotline')).toEqual({ id: 'hotline' });
        expect(findTeam(paths, 'Sales > early shift')).toEqual({ id: 'early2' });
        expect(findTeam(paths, 'Hotline / Early shift')).toEqual({ id: 'early' });
        expect(findTeam(paths, 'Early shift')).toEqual({ problem: 'ambiguous' });
        expect(findTeam(paths, 'Late shift')).toEqual({ problem: 'unknown' });
    });

    it('prefers a whole path over the end of another', () => {
        const paths = teamPaths([...teams, { id: 'top', parentId: null, name: 'Hotline' }]);
        expect(findTeam(paths, 'Hotline')).toEqual({ id: 'top' });
    });
});
