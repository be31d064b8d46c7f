/** Characters of everyday speech, in both scripts: a text in the wrong encoding has hardly any of them. */
const COMMON = new Set('的一是不了我您好在有他这那你们请问吗个们来到说时要就会可以没对能还后谢再见帮为这样什么多少现电话号码账户卡钱银行查下嗯啊吧呢這們請問嗎個來說時會沒對還後謝見幫為樣麼現電話號碼帳戶錢銀行啲嘅唔咗喺佢冇，。？！：');

const plausibility = (text: string): number => {
    let common = 0;
    let wide = 0;
    for (const each of text) {
        if (each > '\u2e7f') {
            wide++;
            common += COMMON.has(each) ? 1 : each >= '\ue000' && each <= '\uf8ff' || each === '\ufffd' ? -2 : 0;
        }
    }
    return wide === 0 ? 0 : common / wide;
};

const tried = (encoding: string, bytes: Uint8Array): string | undefined => {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
};

/** In UTF-16 the high byte of Latin letters, digits and line ends is zero: those are in every transcript. */
const zeros = (bytes: Uint8Array, parity: 0 | 1): number => {
    let count = 0;
    for (let index = parity; index < Math.min(bytes.length, 4096); index += 2) {
        count += bytes[index] === 0 ? 1 : 0;
    }
    return count;
};

/**
 * The text of a file in any of the encodings in which transcripts come: UTF-8, UTF-16 with or without a byte order mark, GB 18030 (GBK, GB 2312)
 * and Big5. Of the last two the one is taken in which more of the characters are those of everyday speech.
 * @returns without byte order mark. Bytes that are no text in any of them are read as UTF-8, with replacement characters.
 */
export function decodeText(bytes: Uint8Array): string {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        return new TextDecoder('utf-16le').decode(bytes);
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return new TextDecoder('utf-16be').decode(bytes);
    }
    const [even, odd] = [zeros(bytes, 0), zeros(bytes, 1)];
    if (even + odd > Math.min(bytes.length, 4096) / 20) {
        return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes);
    }
    const unicode = tried('utf-8', bytes);
    if (unicode !== undefined) {
        return unicode;
    }
    const [first] = ['gb18030', 'big5'].map(each => tried(each, bytes)).filter(each => each !== undefined).sort((one, other) => plausibility(other) - plausibility(one));
    return first ?? new TextDecoder('utf-8').decode(bytes);
}
