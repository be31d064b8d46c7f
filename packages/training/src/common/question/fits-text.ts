/**
 * Whether a text that was typed is one that is accepted. Full and half width, compositions of letters, and how much space there is between
 * words make no difference (Unicode NFKC): who types Chinese switches between widths without seeing it. `*` stands for anything,
 * `\*` for an asterisk, as in Moodle's short answers (https://docs.moodle.org/en/Short-Answer_question_type).
 */
export function fitsText(typed: string, accepted: string, caseSensitive: boolean): boolean {
    return fitsPieces(plain(typed, caseSensitive), pieces(accepted).map(piece => plainPiece(piece, caseSensitive)));
}

const plainPiece = (text: string, caseSensitive: boolean): string => {
    const folded = text.normalize('NFKC').replaceAll(/\s+/gu, ' ');
    return caseSensitive ? folded : folded.toLowerCase();
};
const plain = (text: string, caseSensitive: boolean): string => plainPiece(text.trim(), caseSensitive);

/** What stands between the asterisks, with `\*` put right. */
function pieces(accepted: string): string[] {
    const found = [''];
    const text = accepted.trim();
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '\\' && text[at + 1] === '*') {
            found[found.length - 1] += '*';
            at++;
        } else if (text[at] === '*') {
            found.push('');
        } else {
            found[found.length - 1] += text[at];
        }
    }
    return found;
}

/** The first piece begins the text, the last one ends it, and the others follow each other between; the earliest place for each is always good enough. */
function fitsPieces(text: string, [first = '', ...others]: readonly string[]): boolean {
    const last = others.pop();
    if (last === undefined) {
        return text === first;
    }
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
        return false;
    }
    const end = text.length - last.length;
    let at = first.length;
    for (const piece of others) {
        const found = text.indexOf(piece, at);
        if (found < 0 || found + piece.length > end) {
            return false;
        }
        at = found + piece.length;
    }
    return true;
}
