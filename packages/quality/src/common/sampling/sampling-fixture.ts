import type { DrawInput } from './draw';
import { samplingDefinition } from './sampling-definition';
import type { FrameUnit } from './sampling-frame';
import type { SamplingUnit } from './sampling-unit';

const formId = '0193a5f0-0000-7000-8000-000000000001';
export const personIds = ['0193a5f0-0000-7000-8000-00000000000a', '0193a5f0-0000-7000-8000-00000000000b', '0193a5f0-0000-7000-8000-00000000000c'] as const;

/** A plan with this about it; otherwise ten calls a week at random. */
export const testDefinition = (about: Readonly<Record<string, unknown>> = {}) => samplingDefinition.parse({
    formId, population: {}, strata: [], period: 'week', size: { kind: 'total', calls: 10, allocation: 'proportional' }, evaluatorIds: [...personIds], notOwnTeam: false, ...about
});

/** A call of six minutes on a Wednesday morning, of nobody in particular. */
export const testUnit = (place: number, about: Partial<SamplingUnit> = {}): SamplingUnit => ({
    id: `call-${String(place).padStart(4, '0')}`, startedAt: new Date(Date.UTC(2026, 10, 18, 1, place)).toISOString(), agentId: null, teamId: null, teamPath: [], queue: null, direction: 'inbound', durationMs: 360_000, tags: [],
    minuteOfDay: 9 * 60, tenureDays: null, longestSilenceMs: null, talkOverCount: null, ...about
});

export const testInput = (frame: readonly FrameUnit[], about: Readonly<Record<string, unknown>> = {}): DrawInput =>
    ({ definition: testDefinition(about), frame, evaluators: personIds.map(id => ({ id, teamIds: [] })), earlier: [], deviations: {} });
