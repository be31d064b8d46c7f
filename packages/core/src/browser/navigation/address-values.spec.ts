import { expect, it } from 'vitest';
import { oneOf, uuid, withoutGaps, words, yes } from './address-values';

it('passes over what cannot be a value', () => {
    expect([oneOf(['open', 'closed'], 'open'), oneOf(['open', 'closed'], 'ajar'), oneOf(['open'], null)]).toEqual(['open', undefined, undefined]);
    expect([words('  refund fee ', 6), words('   ', 6), words(null, 6)]).toEqual(['refund', undefined, undefined]);
    expect([uuid('01990000-0000-7000-8000-00000000000a'), uuid('01990000-0000-7000-8000-00000000000a;'), uuid(''), uuid(null)]).toEqual(['01990000-0000-7000-8000-00000000000a', undefined, undefined, undefined]);
    expect([yes('true'), yes('false'), yes(null)]).toEqual([true, undefined, undefined]);
});

it('leaves no member without a value', () => expect(Object.keys(withoutGaps({ q: undefined, state: 'open', mine: false }))).toEqual(['state', 'mine']));
