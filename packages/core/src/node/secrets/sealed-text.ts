import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D, section 8.2: 96 bits, never twice with one key; random ones are safe for 2^32 texts. */
const nonceBytes = 12;
const shape = /^v1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/;

/** Which key sealed a text, so that a wrong key is told from a forged text. Says nothing of the key itself. */
const nameOf = (key: Buffer): string => createHash('sha256').update('earshot key name').update(key).digest('hex').slice(0, 8);

/**
 * Encrypts a text with AES-256-GCM.
 * @param key 32 bytes.
 * @param place where the text belongs; it cannot be opened elsewhere.
 * @returns `v1.<name of the key>.<nonce>.<tag>.<text>`, each in base64url.
 */
export function seal(key: Buffer, place: string, text: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', nameOf(key), ...[nonce, cipher.getAuthTag(), sealed].map(each => each.toString('base64url'))].join('.');
}

/** The text again, or undefined where it was sealed with another key, for another place, or changed. */
export function unseal(key: Buffer, place: string, sealed: string): string | undefined {
    const [, name, nonce = '', tag = '', text = ''] = shape.exec(sealed) ?? [];
    if (name !== nameOf(key)) {
        return undefined;
    }
    try {
        const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url')).setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    } catch {
        return undefined;
    }
}

export const isSealed = (text: string): boolean => shape.test(text);
