import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, as text that is safe in a URL and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. Secrets are random, so a plain hash suffices. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
