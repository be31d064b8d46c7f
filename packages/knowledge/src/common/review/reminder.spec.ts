import { expect, it } from 'vitest';
import { reminderAt } from './reminder';

const day = 86_400_000;
it.each([[365, 351], [28, 14], [10, 5], [0, 0], [-3, -3]])('of a review after %i days comes after %i', (days, after) => expect(reminderAt(1000 * day, (1000 + days) * day)).toBe((1000 + after) * day));
