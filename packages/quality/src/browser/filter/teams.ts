import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { compareTexts } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Team } from '@earshot/core/lib/common/people/people-contract';

const none: readonly Team[] = [];

/** All teams, those below others with their path: "North / Evening". */
export function useTeams(): readonly (Team & { readonly path: string })[] {
    const client = useClient(coreContract);
    const mayRead = useSession().may('team:read');
    const teams = useQuery({ queryKey: ['team', 'all'], enabled: mayRead, staleTime: 300_000, queryFn: ({ signal }) => client.people.teams(undefined, { signal }) }).data ?? none;
    return teams.map(team => ({ ...team, path: pathOf(team, teams) })).sort((one, other) => compareTexts(one.path, other.path));
}

function pathOf(team: Team, all: readonly Team[], depth = 0): string {
    const parent = all.find(each => each.id === team.parentId);
    return parent && depth < 20 ? `${pathOf(parent, all, depth + 1)} / ${team.name}` : team.name;
}
