import { type Beginning, mayBegin } from '../../common/attempt/attempt-clock';
import type { AttemptState } from '../../common/attempt/attempt-state';
import type { Blueprint } from '../../common/exam/blueprint';

interface Assigned { readonly opens_at: Date | null; readonly closes_at: Date | null; readonly extra_attempts: number }
interface Made { readonly state: AttemptState; readonly submitted_at: Date | null; readonly passed: boolean | null }

/** How many attempts somebody has, with what they were given besides; null for as many as they like. */
export const attemptsAllowed = ({ attempts }: Pick<Blueprint, 'attempts'>, { extra_attempts: extra }: Pick<Assigned, 'extra_attempts'>): number | null => attempts === null ? null : attempts + extra;

/** Whether another attempt of an assignment can begin. @param made the earlier ones: their results count when their trainee knows them */
export const beginningOf = (blueprint: Pick<Blueprint, 'attempts' | 'waitHours'>, assigned: Assigned, made: readonly Made[], now: Date): Beginning => mayBegin({
    opensAt: assigned.opens_at, closesAt: assigned.closes_at, attempts: attemptsAllowed(blueprint, assigned), waitHours: blueprint.waitHours,
    made: made.map(each => ({ submittedAt: each.submitted_at, passed: each.state === 'released' ? each.passed : null }))
}, now);
