import { foldedScript } from './script-folding';

/**
 * What a UTF-16 unit is to the analyser, and what it reads as: NFKC, lower case, Latin letters without diacritics,
 * traditional characters as simplified ones. Both are looked up in tables that fill as characters are met.
 */
export const unseen = 0;
/** a Han character of the basic plane */
export const han = 1;
/** a letter or digit of another script */
export const letter = 2;
/** may stand within a word: don't, wi-fi, node.js, c++, c# */
export const joiner = 3;
/** ends a word */
export const separator = 4;
/** reads as several units, or belongs to a pair of surrogates: see `expand` */
export const complex = 5;
/** combines with the unit before it */
export const mark = 6;

const kinds = new Uint8Array(65536);
const readings = new Uint16Array(65536);

const joiners = `'’._+#-`;
const isHan = /^[\p{Script=Han}\u3005\u3007]$/u;
const isLetter = /^[\p{L}\p{N}]$/u;
const isMark = /^\p{M}$/u;
const isLatin = /^\p{Script=Latin}/u;
const isSurrogate = /^[\ud800-\udfff]$/;
const marks = /\p{M}+/gu;

/** The reading of a cluster (a character with the marks that follow it), of any length. */
export const expand = (cluster: string): string => {
    const composed = cluster.normalize('NFKC');
    const bare = isLatin.test(composed) ? composed.normalize('NFKD').replace(marks, '') : composed;
    return foldedScript(bare.toLowerCase().replaceAll('’', `'`));
};

const classify = (code: number): number => {
    const character = String.fromCharCode(code);
    if (isSurrogate.test(character)) {
        return complex;
    }
    if (isMark.test(character)) {
        return mark;
    }
    const reading = expand(character);
    if (reading.length !== 1) {
        return complex;
    }
    readings[code] = reading.charCodeAt(0);
    if (isHan.test(reading)) {
        return han;
    }
    return isLetter.test(reading) ? letter : joiners.includes(reading) ? joiner : separator;
};

/** One of the kinds above; never `unseen`. */
export const kindOf = (code: number): number => {
    const known = kinds[code];
    return known !== unseen ? known : kinds[code] = classify(code);
};

/** What a unit that is not `complex` or a `mark` reads as. Ask for its kind first. */
export const readingOf = (code: number): number => readings[code];
