import { useQuery } from '@tanstack/react-query';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { compareTexts } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Team } from '@earshot/core/lib/common/people/people-contract';
import { teamPaths } from '@earshot/core/lib/common/people/team-tree';

type TeamWithPath = Team & { readonly path: string };
const none: readonly TeamWithPath[] = [];

const withPaths = (teams: readonly Team[]): readonly TeamWithPath[] => {
    const paths = teamPaths(teams);
    return teams.map(team => ({ ...team, path: paths.get(team.id)! })).sort((one, other) => compareTexts(one.path, other.path));
};

/** All teams, those below others with their path: "North / Evening". */
export function useTeams(): readonly TeamWithPath[] {
    const client = useClient(coreContract);
    const mayRead = useSession().may('team:read');
    return useQuery({ queryKey: ['team', 'all'], enabled: mayRead, staleTime: 300_000, queryFn: ({ signal }) => client.people.teams(undefined, { signal }), select: withPaths }).data ?? none;
}
