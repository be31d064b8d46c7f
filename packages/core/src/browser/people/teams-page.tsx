import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Team } from '../../common/people/people-contract';
import { useChange } from '../application/change';
import { useAnnounce, useClient, useErrorText, useSession } from '../application/context';
import { usePageKeys } from '../keyboard/use-page-keys';
import { useNavigate } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { EmptyState, Notice } from '../widgets/notice';
import { Page } from '../widgets/page';
import { Skeleton } from '../widgets/progress';
import { Beside } from '../widgets/side-panel';
import { AddTeam, TeamPanel } from './team-panel';
import { movedParent, withDescendants } from './team-rows';
import { TeamTree } from './team-tree';

/** The teams as a tree; with the right to change them they are moved by dragging or with Alt and the arrow keys. */
export default function TeamsPage({ params }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const { may } = useSession();
    const { describe } = useErrorText();
    const announce = useAnnounce();
    const navigate = useNavigate();
    const [addingBelow, setAddingBelow] = React.useState<string | null>();
    const { data: teams, error, refetch } = useQuery({ queryKey: ['team'], queryFn: ({ signal }) => client.people.teams(undefined, { signal }) });
    const mayChange = may('team:write');
    const nameOf = (id: string | null): string => teams?.find(each => each.id === id)?.name ?? nls.localize('earshot/core/teams/top', 'the top');
    const move = useChange({
        run: ({ team, parentId }: { readonly team: Team; readonly parentId: string | null }) => client.people.changeTeam({ id: team.id, version: team.version, parentId }), invalidates: [['team']],
        done: (_, { team, parentId }) => nls.localize('earshot/core/teams/moved', '{0} moved below {1}.', team.name, nameOf(parentId)),
        undo: (moved, { team }) => client.people.changeTeam({ id: moved.id, version: moved.version, parentId: team.parentId })
    });
    const moveTo = (id: string, parentId: string | null): void => {
        const team = teams?.find(each => each.id === id);
        if (team && team.parentId !== parentId && !(parentId && withDescendants(teams!, id).has(parentId))) {
            announce(nls.localize('earshot/core/teams/moving', 'Moving {0} below {1}', team.name, nameOf(parentId)));
            move.mutate({ team, parentId });
        }
    };
    usePageKeys(mayChange ? [{ keys: 'n', title: nls.localize('earshot/core/teams/add', 'Add a team'), run: () => setAddingBelow(params.id ?? null) }] : []);
    const selected = teams?.find(each => each.id === params.id);
    return <Page title={nls.localize('earshot/core/teams/title', 'Teams')} subtitle={mayChange ? nls.localize('earshot/core/teams/hint', 'Drag a team to another one to move it, or use Alt and the arrow keys.') : undefined}
        actions={mayChange && <Button variant='primary' icon='add' onClick={() => setAddingBelow(params.id ?? null)}>{nls.localize('earshot/core/teams/add', 'Add a team')}</Button>}>
        <Beside panel={selected && <TeamPanel key={`${selected.id} ${selected.version}`} team={selected} teams={teams!} onClose={() => void navigate('/people/teams')} />}>
            <div className='e-tree-box'>
                {error && !teams && <Notice tone='critical' actions={<Button small onClick={() => void refetch()}>{nls.localize('earshot/core/actions/retry', 'Try again')}</Button>}>{describe(error)}</Notice>}
                {!teams && !error && <Skeleton lines={6} />}
                {teams?.length === 0 && <EmptyState icon='organization' title={nls.localize('earshot/core/teams/none', 'There are no teams yet.')}><p>{nls.localize('earshot/core/teams/none-hint', 'Teams decide who sees whose calls and results. Begin with the team at the top.')}</p></EmptyState>}
                {teams && teams.length > 0 && <TeamTree teams={teams} selectedId={params.id} onOpen={id => void navigate(`/people/teams/${id}`)} movable={mayChange} onMove={moveTo}
                    onMoveBy={(id, direction) => {
                        const target = movedParent(teams, id, direction);
                        if (target) {
                            moveTo(id, target.parentId);
                        }
                    }} />}
            </div>
        </Beside>
        {addingBelow !== undefined && <AddTeam teams={teams ?? []} parentId={addingBelow} onClose={() => setAddingBelow(undefined)} onAdded={id => { setAddingBelow(undefined); void navigate(`/people/teams/${id}`); }} />}
    </Page>;
}
