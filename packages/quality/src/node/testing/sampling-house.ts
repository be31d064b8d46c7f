import { expect, vi } from 'vitest';
import type { QualityTables } from '../quality-tables';
import { SamplingDraws } from '../sampling/sampling-draws';
import { SamplingPlans } from '../sampling/sampling-plans';
import { SamplingQueueService } from '../sampling/sampling-queue';
import { SamplingResults } from '../sampling/sampling-results';
import { openTestQualityHouse, type TestQualityHouse } from './quality-house';

/** For integration tests: a house in which calls are drawn. */
export interface TestSampling {
    readonly house: TestQualityHouse;
    readonly plans: SamplingPlans;
    readonly draws: SamplingDraws;
    readonly results: SamplingResults;
    readonly queue: SamplingQueueService;
}

export async function openTestSampling(): Promise<TestSampling> {
    const house = await openTestQualityHouse();
    const plans = new SamplingPlans(house.database);
    return { house, plans, draws: new SamplingDraws(house.database, plans, house.policies), results: new SamplingResults(house.database), queue: new SamplingQueueService(house.database, house.evaluations) };
}

/** Waits until so many recordings, and no others, can be listened to: only such are drawn. */
export const allPrepared = ({ database }: TestQualityHouse, calls: number): Promise<void> => vi.waitFor(async () => {
    const { ready } = await database.read<QualityTables>().selectFrom('media.recording').where('state', '=', 'ready').select(({ fn }) => fn.countAll<number>().as('ready')).executeTakeFirstOrThrow();
    expect(ready).toBe(calls);
}, { timeout: 60_000, interval: 250 });
