import { createHmac, timingSafeEqual } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { DeliveryFailure } from './delivery-failure';
import { isPublicAddress } from './public-address';

const timeoutMs = 10_000;
export const signatureHeader = 'X-Earshot-Signature';

/** `t=<seconds since 1970>,v1=<hex>`: HMAC-SHA256 over `<t>.<body>`. The receiver computes it again, and refuses what is old. */
export function sign(secret: string, body: string, at: Date): string {
    const t = Math.floor(at.getTime() / 1000);
    return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

/** The receiver's side of `sign`, for tests and as an example. */
export function signatureFits(signature: string, secret: string, body: string, now: Date, toleranceSeconds = 300): boolean {
    const [, t, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    return !!t && !!hex && Math.abs(now.getTime() / 1000 - Number(t)) <= toleranceSeconds
        && timingSafeEqual(Buffer.from(sign(secret, body, new Date(Number(t) * 1000))), Buffer.from(signature));
}

/** Whether a web address may be called at all, as far as its text tells; where its name leads is checked at each call. */
export function isCallable(text: string, allowPrivate: boolean): boolean {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    return !!url && ['http:', 'https:'].includes(url.protocol) && (allowPrivate || (isIP(host) ? isPublicAddress(host) : !/^(.*\.)?localhost\.?$/i.test(host)));
}

export interface WebhookCall { readonly url: string; readonly secret: string; readonly body: string; readonly id: string; readonly allowPrivate: boolean }

/**
 * Posts a JSON body. The name is resolved here and the connection goes to the very address that was checked, so that a name that
 * changes its answer gains nothing; redirects are not followed.
 * @throws DeliveryFailure; permanent for refused addresses, redirects, and answers that say the request itself is wrong.
 */
export async function callWebhook(call: WebhookCall, resolve: Resolve = resolveName): Promise<void> {
    if (!isCallable(call.url, call.allowPrivate)) {
        throw new DeliveryFailure('address-refused', true);
    }
    const url = new URL(call.url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const address = await checkedAddress(host, call.allowPrivate, resolve);
    const status = await post(url, host, address, call);
    if (status >= 300) {
        const again = status >= 500 || [408, 425, 429].includes(status);
        throw new DeliveryFailure(status < 400 ? 'redirected' : `status-${status}`, !again);
    }
}

/** The addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;
const resolveName: Resolve = async name => (await lookup(name, { all: true })).map(each => each.address);

async function checkedAddress(host: string, allowPrivate: boolean, resolve: Resolve): Promise<string> {
    const found = isIP(host) ? [host] : await resolve(host).catch(error => { throw new DeliveryFailure('name-unknown', false, { cause: error }); });
    if (!allowPrivate && !found.every(isPublicAddress)) {
        throw new DeliveryFailure('address-refused', true);
    }
    return found[0]!;
}

function post(url: URL, host: string, address: string, { secret, body, id }: WebhookCall): Promise<number> {
    const signal = AbortSignal.timeout(timeoutMs);
    return new Promise((resolve, reject) => {
        const fail = (error: Error) => reject(new DeliveryFailure(signal.aborted ? 'timed-out' : 'unreachable', false, { cause: error }));
        const request = (url.protocol === 'https:' ? https : http).request({
            method: 'POST', host: address, port: url.port || undefined, path: url.pathname + url.search, agent: false, signal,
            ...url.username && { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` },
            ...!isIP(host) && { servername: host },
            headers: {
                Host: url.host, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'User-Agent': 'Earshot',
                'X-Earshot-Delivery': id, [signatureHeader]: sign(secret, body, new Date())
            }
        }, response => {
            response.destroy(); // what it says does not matter, only that it took it
            resolve(response.statusCode ?? 0);
        });
        request.on('error', fail);
        request.end(body);
    });
}
