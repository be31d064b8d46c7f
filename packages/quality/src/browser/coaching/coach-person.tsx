import { Link } from '@earshot/core/lib/browser/navigation';
import type { PersonActionContribution } from '@earshot/core/lib/browser/people/person-actions';
import { useSession } from '@earshot/core/lib/browser/application';
import { Icon } from '@earshot/core/lib/browser/widgets';
import type { Person } from '@earshot/core/lib/common/people/people-contract';
import { ancestors } from '@earshot/core/lib/common/people/team-tree';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useTeams } from '../filter/teams';

/** From an agent to a plan for them; a leader coaches the teams that they lead, with those below. */
export function CoachPerson({ person }: { readonly person: Person }): React.ReactElement | null {
    const session = useSession();
    const teams = useTeams();
    const led = (teamId: string | null): boolean => {
        const reach = teamId === null ? [] : [teamId, ...ancestors(teams, teamId)];
        return teams.some(each => reach.includes(each.id) && each.leaderId === session.person.id);
    };
    const may = person.roles.includes('agent') && person.status === 'active' && person.id !== session.person.id && (session.permissions['coaching:write'] === 'all' || session.permissions['coaching:write'] === 'team' && led(person.teamId));
    return may ? <Link to={`/quality/coaching/new?agent=${person.id}`} className='e-button e-button-secondary'><Icon name='mortar-board' /><span className='e-button-text'>{nls.localize('earshot/quality/coaching/plan-for', 'Plan coaching')}</span></Link> : null;
}

export const coachPerson: PersonActionContribution = { Action: CoachPerson };
