/** What text files of a Chinese office are written in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
export interface DecodedText { readonly text: string; readonly encoding: TextEncoding }

/** The most frequent characters of written Chinese in either script, with its punctuation: what is read with the wrong table hits few of them. */
const frequent = new Set('的一是不了在人有我他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分给名法间知世什两次使身者被高已其进此话常与活正感客户问题请可银行卡办理电话這個們來時為說國後會過對於學麼還樣種開總從無現動經長兒給間兩進話與戶問題請銀辦電啲嘅唔咗喺佢冇嗯啊吧呢，。、：；？！「」（）');
/** As much as is looked at. */
const sample = 20_000;

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

const decoded = (bytes: Uint8Array, encoding: TextEncoding): string | undefined => {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
};

/** The share of frequent characters among those that are not ASCII, 0 to 1. */
const likelihood = (text: string): number => {
    const beyond = [...text.slice(0, sample)].filter(each => each > '\u007f');
    return beyond.length === 0 ? 0 : beyond.filter(each => frequent.has(each)).length / beyond.length;
};

/** The least share of pairs with a zero: digits, signs and line ends of a Chinese text make up as much. UTF-8 has none at all. */
const leastZeros = 0.1;
/** Without a mark, UTF-16 shows by the bytes of Latin letters and signs that are zero. */
const unmarkedWide = (bytes: Uint8Array): TextEncoding | undefined => {
    const pairs = Math.min(bytes.length, sample) >> 1;
    const zeros = (offset: 0 | 1): number => Array.from({ length: pairs }, (_, pair) => bytes[pair * 2 + offset]).filter(each => each === 0).length;
    return pairs === 0 || bytes.length % 2 === 1 ? undefined : zeros(1) > pairs * leastZeros ? 'utf-16le' : zeros(0) > pairs * leastZeros ? 'utf-16be' : undefined;
};

/**
 * The text of a file: by its byte order mark, else as UTF-8 where that is what it is, else in the one of GB 18030 and Big5 in which it reads like Chinese.
 * What is none of these is read as GB 18030 with signs of replacement, so that whoever looks at it sees what happened.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
    const marked = marks.find(([, mark]) => mark.every((each, index) => bytes[index] === each))?.[0] ?? unmarkedWide(bytes);
    const certain = marked ?? 'utf-8';
    const text = decoded(bytes, certain);
    if (text !== undefined) {
        return { text: text.replace(/^\uFEFF/, ''), encoding: certain };
    }
    const [best] = (['gb18030', 'big5'] as const).flatMap(encoding => {
        const read = decoded(bytes, encoding);
        return read === undefined ? [] : [{ text: read, encoding, likelihood: likelihood(read) }];
    }).sort((one, other) => other.likelihood - one.likelihood);
    return best ? { text: best.text, encoding: best.encoding } : { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}
