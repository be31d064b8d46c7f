import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { everyone, roleAudience, teamAudience } from '../../common/article/audience';
import { openStates } from '../../common/workflow/article-workflow';
import type { Tables } from '../knowledge-tables';

/** The words of audiences that a person belongs to: their roles, the teams that they lead or are in, and the teams above theirs. */
export async function audienceWords(database: Kysely<Tables>, principal: Principal): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`with recursive above as (
            select team.id, team.parent_id from core.team join core.person on person.team_id = team.id where person.id = ${principal.personId}
            union select team.id, team.parent_id from core.team join above on team.id = above.parent_id)
        select id from above`.execute(database);
    const teams = new Set([...principal.teamIds, ...rows.map(each => each.id)]);
    return [everyone, ...principal.roles.map(roleAudience), ...[...teams].map(teamAudience)];
}

/** The word of those who read past audiences. */
export const readersOfAll = 'readers-of-all';

/**
 * The words by which an article is somebody's own, on `article`: its owner, its expert group, who writes at its open revision. An expert group has a
 * word of its own: what an audience says to a team reaches down to the teams below, who answers for an article does not.
 */
export const ownWordsOfArticle: RawBuilder<string[]> = sql`(array_remove(array['person:' || article.owner_id, 'experts:' || article.expert_team_id], null) || array(
    select 'writer:' || each from knowledge.revision mine, unnest(mine.contributors) each where mine.article_id = article.id and mine.state in (${sql.join([...openStates])}) order by each))`;

/** The words by which articles are a person's own. Who may write no longer has no part in what they once wrote at. */
export const ownWords = ({ personId, teamIds, permissions }: Principal): readonly string[] =>
    [...personId ? [`person:${personId}`, ...permissions.has('article:write') ? [`writer:${personId}`] : []] : [], ...teamIds.map(each => `experts:${each}`)];

/** All words by which a person may know of what is published. */
export const readerWords = async (database: Kysely<Tables>, principal: Principal): Promise<readonly string[]> =>
    [...await audienceWords(database, principal), ...ownWords(principal), ...principal.permissions.has('article:read-all') ? [readersOfAll] : []];
