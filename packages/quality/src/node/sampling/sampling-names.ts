import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { Kysely } from 'kysely';
import type { StratumNames } from '../../common/sampling/sampling-contract';
import type { StrataKind } from '../../common/sampling/sampling-definition';
import type { QualityTables } from '../quality-tables';

/** Names the agents and teams among strata: shown as they are called now. */
export async function stratumNames(database: Kysely<CoreTables & QualityTables>, kinds: readonly StrataKind[], strata: readonly (readonly (string | null)[])[]): Promise<(stratum: readonly (string | null)[]) => StratumNames> {
    const ids = (kind: StrataKind): string[] => [...new Set(strata.flatMap(each => kinds.indexOf(kind) >= 0 && each[kinds.indexOf(kind)] ? [each[kinds.indexOf(kind)]!] : []))];
    const [agentIds, teamIds] = [ids('agent'), ids('team')];
    const [agents, teams] = await Promise.all([
        agentIds.length ? database.selectFrom('core.person').select(['id', 'name']).where('id', 'in', agentIds).execute() : [], teamIds.length ? database.selectFrom('core.team').select(['id', 'name']).where('id', 'in', teamIds).execute() : []
    ]);
    const names = new Map([...agents, ...teams].map(each => [each.id, each.name]));
    return stratum => kinds.map((kind, place) => ({ kind, value: stratum[place] ?? null, name: names.get(stratum[place] ?? '') ?? null }));
}
