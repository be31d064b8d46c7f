import { inject, injectable } from '@theia/core/shared/inversify';
import type { Hit } from '../../common/house-contract';
import { linkTo } from '../../common/linking/entity-link';
import type { Team } from '../../common/people/people-contract';
import { ancestors } from '../../common/people/team-tree';
import { rankHits, rankOf, unrelated } from '../../common/work/rank-hits';
import { scopeOf } from '../api/context';
import type { LookupSource } from '../search/lookup-source';
import type { EntityType, Person } from '../work/work-contributions';
import { TeamService } from './team-service';

/** Teams by name or pinyin, and by link; below the name the teams above. */
@injectable()
export class TeamSearch implements LookupSource, EntityType {
    readonly kind = 'team';
    readonly package = 'core';
    readonly type = 'teams';

    constructor(@inject(TeamService) private readonly teams: TeamService) { }

    async search(principal: Person, text: string, limit: number): Promise<readonly Hit[]> {
        return rankHits((await this.hits(principal)).filter(each => rankOf({ title: each.title, subtitle: '' }, text) < unrelated), text, limit);
    }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        return (await this.hits(principal)).find(each => each.id === id);
    }

    private async hits(principal: Person): Promise<Hit[]> {
        scopeOf(principal, 'team:read');
        const teams: readonly Team[] = await this.teams.list();
        const names = new Map(teams.map(each => [each.id, each.name]));
        return teams.map(({ id, name }) => ({
            kind: 'team', id, title: name, subtitle: [...ancestors(teams, id)].reverse().map(each => names.get(each)).join(' / '), link: linkTo('core', 'teams', id)
        }));
    }
}
