import { describe, expect, it } from 'vitest';
import { clientAddress, networksOf } from './client-address';

const proxies = networksOf(['10.0.0.0/8', '127.0.0.1', 'fd00::/8'])!;

describe('the address of a client', () => {
    it.each([
        ['nobody in between', '192.0.2.1', undefined, '192.0.2.1'],
        ['a stranger who claims to be a proxy', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
        ['a proxy', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
        ['a proxy that a client told lies', '10.1.2.3', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
        ['proxies in a row', '127.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.4', '198.51.100.7'],
        ['proxies all the way', '127.0.0.1', '10.0.0.9, 10.0.0.4', '10.0.0.9'],
        ['a proxy that says nothing', '127.0.0.1', undefined, '127.0.0.1'],
        ['a proxy that writes ports', 'fd00::1', '198.51.100.7:4711', '198.51.100.7'],
        ['a proxy that writes brackets', 'fd00::1', '[2001:db8::7]:4711', '2001:db8::7'],
        ['a proxy over a socket of both kinds', '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
        ['nonsense', '10.0.0.1', '198.51.100.7, unknown', '10.0.0.1']
    ])('behind %s', (_, peer, forwarded, expected) => expect(clientAddress(peer, forwarded, proxies)).toBe(expected));

    it('is the peer where nobody is trusted', () => expect(clientAddress('127.0.0.1', '198.51.100.7', networksOf([])!)).toBe('127.0.0.1'));

    it.each(['10.0.0.0/33', 'proxy.example', '10.0.0', '::/129', '10.0.0.0/8/8'])('is not read from %s', text => expect(networksOf([text])).toBeUndefined());
});
