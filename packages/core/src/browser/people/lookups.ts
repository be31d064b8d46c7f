import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Position, Team } from '../../common/people/people-contract';
import { useClient, useSession } from '../application/context';
import { roleName } from '../access/role-names';
import type { Option } from '../widgets/choice';
import { compareTexts, formatNumber } from '../widgets/format';
import { builtInRoles } from '../../common/access/permission';
import { teamRows } from './team-rows';

/** All teams; empty for who may not see them. */
export function useTeams(): readonly Team[] {
    const client = useClient(coreContract);
    const { may } = useSession();
    return useQuery({ queryKey: ['team'], queryFn: ({ signal }) => client.people.teams(undefined, { signal }), enabled: may('team:read') }).data ?? [];
}

/** Teams as options, children below their parents. */
export const useTeamOptions = (): readonly Option[] => teamRows(useTeams()).map(({ team, depth }) => ({ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` }));

export function usePositions(): readonly Position[] {
    const client = useClient(coreContract);
    const { may } = useSession();
    return useQuery({ queryKey: ['position'], queryFn: ({ signal }) => client.people.positions(undefined, { signal }), enabled: may('team:read') }).data ?? [];
}

export const usePositionOptions = (): readonly Option[] => [...usePositions()].sort((one, other) => compareTexts(one.code, other.code)).map(each => ({ value: each.id, label: `${each.code} ${each.name}` }));

/** "1 person", "12 people". */
export const countOfPeople = (count: number): string => count === 1 ? nls.localize('earshot/core/teams/person', '1 person') : nls.localize('earshot/core/teams/people', '{0} people', formatNumber(count));

/** What roles are called, by their code; codes that one may not look up stand for themselves. */
export function useRoleNames(): (code: string) => string {
    const options = useRoleOptions();
    return code => options.find(each => each.value === code)?.label ?? roleName({ code });
}

/** Roles as options: all of them for who may see roles, else the built-in ones. The value is the code. */
export function useRoleOptions(): readonly Option[] {
    const client = useClient(coreContract);
    const { may } = useSession();
    const { data } = useQuery({ queryKey: ['role'], queryFn: ({ signal }) => client.access.roles(undefined, { signal }), enabled: may('role:read') });
    const roles = data ?? builtInRoles.map(code => ({ code: code as string, name: null }));
    return roles.map(each => ({ value: each.code, label: roleName(each) }));
}
