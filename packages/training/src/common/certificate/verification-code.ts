/**
 * Codes by which a certificate is verified: 19 symbols of Crockford's Base32 (95 bits) and a check symbol, in four groups of five. The check symbol is the number
 * modulo 37, which finds every single wrong symbol and every two neighbours that changed places. Those of its five additional values are never given out, so that a
 * code consists of digits and letters only.
 *
 * Source: Douglas Crockford, Base 32, https://www.crockford.com/base32.html
 */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkModulus = 37n;
const valueSymbols = 19;
const groupSize = 5;

/** Random bits that a code needs. */
export const codeBits = valueSymbols * 5;

const checkOf = (value: bigint): string | undefined => symbols[Number(value % checkModulus)];

/** The code of a number of {@link codeBits} bits; null for one whose check symbol would not be a digit or letter: draw another one. */
export function verificationCode(value: bigint): string | null {
    const check = checkOf(value);
    if (check === undefined) {
        return null;
    }
    const text = Array.from({ length: valueSymbols }, (_, place) => symbols[Number(value >> BigInt(5 * (valueSymbols - 1 - place)) & 31n)]!).join('') + check;
    return text.replace(new RegExp(`(.{${groupSize}})(?=.)`, 'g'), '$1-');
}

/** What somebody typed, as the code is written: groups and case do not matter, and letters that look like digits are read as such. */
const asWritten = (typed: string): string => typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

/** The code that somebody typed, as it is kept; null where it cannot be one, so that they have mistyped it. */
export function readCode(typed: string): string | null {
    const text = asWritten(typed);
    const values = [...text].map(each => symbols.indexOf(each));
    if (text.length !== valueSymbols + 1 || values.includes(-1)) {
        return null;
    }
    const value = values.slice(0, valueSymbols).reduce((sum, each) => sum * 32n + BigInt(each), 0n);
    return checkOf(value) === text.at(-1) ? verificationCode(value) : null;
}
