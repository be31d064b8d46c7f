import { formatFixed, NOTHING } from '@earshot/core/lib/browser/widgets/format';

/** A difference in percentage points with its sign: "+4.1", "−0.3"; an en dash without one. */
export const signedPoints = (points: number | null, decimals = 1): string => points === null ? NOTHING
    : `${Math.abs(points) < 0.5 * 10 ** -decimals ? '' : points > 0 ? '+' : '−'}${formatFixed(Math.abs(points), decimals)}`;
