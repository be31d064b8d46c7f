import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Addresses that lead to nobody outside: this machine, private and link-local networks, shared carrier space, documentation, benchmarks,
 * multicast, reserved (IANA special-purpose registries, RFC 6890), and tunnels that could hide one of those.
 */
const inner = new BlockList();
for (const [network, bits] of [
    ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
    ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]
] as const) {
    inner.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) {
    inner.addSubnet(network, bits, 'ipv6');
}
/** Only this part of IPv6 is given out for use on the Internet. */
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address can belong to a server on the Internet. Anything that is not an IP address does not. */
export function isPublicAddress(address: string): boolean {
    if (!isIP(address)) {
        return false;
    }
    return isIPv4(address) ? !inner.check(address, 'ipv4') : unicast.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}
