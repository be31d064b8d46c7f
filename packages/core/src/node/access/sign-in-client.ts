/** From where somebody tries to sign in. */
export interface SignInClient {
    /** The client's address, as the house knows it behind its proxies. */
    readonly address: string;
    /** What the device cookie says, where there is one. */
    readonly device?: string;
}

/**
 * The part of an address that one customer of a network has for themselves: an IPv4 address, or the first 64 bits of an IPv6 address
 * (RFC 6177, section 2: nobody is given less).
 */
export function ownNetwork(address: string): string {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    if (!plain.includes(':')) {
        return plain;
    }
    const [head = '', tail] = plain.split('::');
    const left = head ? head.split(':') : [];
    const right = tail ? tail.split(':') : [];
    const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
    return `${[...left, ...zeros, ...right].slice(0, 4).map(each => parseInt(each, 16).toString(16)).join(':')}::/64`;
}
