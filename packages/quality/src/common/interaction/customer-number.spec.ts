import { expect, it } from 'vitest';
import { maskedNumber } from './customer-number';

it('shows four digits of a long number and none of a short one', () => {
    expect(maskedNumber('+852 9123 4567')).toBe('•••• 4567');
    expect(maskedNumber('12345')).toBe('••••');
    expect(maskedNumber('')).toBe('••••');
});
