import { BlockList, isIP, isIPv4 } from 'node:net';

/** Reads addresses and networks: `127.0.0.1`, `10.0.0.0/8`, `::1`, `fd00::/8`. @returns undefined where one of them is neither. */
export function networksOf(texts: readonly string[]): BlockList | undefined {
    const list = new BlockList();
    for (const each of texts) {
        const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(each) ?? [];
        const longest = isIPv4(address) ? 32 : 128;
        if (!isIP(address) || bits !== undefined && Number(bits) > longest) {
            return undefined;
        }
        list.addSubnet(address, bits === undefined ? longest : Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
    }
    return list;
}

/**
 * Who sent a request: the peer of the connection, or where that is a trusted proxy, the right-most address in X-Forwarded-For that is
 * not one. What stands further left was written by the client itself and means nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList): string {
    const hops = (forwardedFor ?? '').split(',').map(each => plain(each.trim())).filter(Boolean);
    let client = plain(peer);
    while (hops.length && isIP(client) && trusted.check(client, isIPv4(client) ? 'ipv4' : 'ipv6')) {
        const next = hops.pop()!;
        if (!isIP(next)) {
            break;
        }
        client = next;
    }
    return client;
}

/** An address without the port and the brackets that some proxies write, and IPv4 as such. */
const plain = (text: string): string => text.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');
