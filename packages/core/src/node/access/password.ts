import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Argon2id with the parameters that RFC 9106, section 4, recommends for memory-constrained use: 64 MiB, 3 passes, 4 lanes. */
const parameters = { memory: 65_536, passes: 3, parallelism: 4 };
const derive = promisify(argon2);
const tagLength = 32;

/** Hashes a password into one text that holds the algorithm, its parameters, the salt and the hash. */
export async function hashPassword(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', { message: normalised(password), nonce, tagLength, ...parameters });
    return `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${nonce.toString('base64')}$${tag.toString('base64')}`;
}

/** Whether a password fits a hash. Costs the same time when there is no hash, so that names cannot be guessed by the clock. */
export async function passwordFits(password: string, hash: string | null | undefined): Promise<boolean> {
    const [, , , cost = '', nonce = '', tag = ''] = (hash ?? '').split('$');
    const [, memory, passes, parallelism] = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(cost) ?? [];
    const expected = tag ? Buffer.from(tag, 'base64') : randomBytes(tagLength);
    const actual = await derive('argon2id', {
        message: normalised(password), nonce: nonce ? Buffer.from(nonce, 'base64') : randomBytes(16), tagLength: expected.length,
        memory: Number(memory ?? parameters.memory), passes: Number(passes ?? parameters.passes), parallelism: Number(parallelism ?? parameters.parallelism)
    });
    return timingSafeEqual(actual, expected) && !!tag;
}

/** The same characters, however the keyboard composed them (NFKC, as RFC 8265 has it). */
const normalised = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
