/**
 * Terms with Han characters written in an alphabet of 31 letters, three for each character. lunr keeps its terms in a
 * tree with a branch for each letter, which thousands of different characters at its root make slow; beginnings stay
 * beginnings.
 */
const firstHan = 0x3400;
const lastHan = 0x9fff;
const letters = 31;
/** letters that are in no normalised text and have no upper case */
const firstLetter = 0x250;

export const encodeHan = (term: string): string => {
    let encoded = '';
    for (const character of term) {
        const rank = character.charCodeAt(0) - firstHan;
        encoded += rank >= 0 && rank <= lastHan - firstHan
            ? String.fromCharCode(firstLetter + Math.floor(rank / letters ** 2), firstLetter + Math.floor(rank / letters) % letters, firstLetter + rank % letters)
            : character;
    }
    return encoded;
};

/** What `encodeHan` was given. */
export const decodeHan = (encoded: string): string => {
    let term = '';
    for (let index = 0; index < encoded.length; index++) {
        const [first, second, third] = [0, 1, 2].map(each => encoded.charCodeAt(index + each) - firstLetter);
        if (first >= 0 && first < letters) {
            term += String.fromCharCode(firstHan + first * letters ** 2 + second * letters + third);
            index += 2;
        } else {
            term += encoded[index];
        }
    }
    return term;
};
