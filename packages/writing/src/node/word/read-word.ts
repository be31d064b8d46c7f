import type { UnpackLimits } from '@earshot/core/lib/node/archive/unpack-failure';
import { readZip } from '@earshot/core/lib/node/archive/zip-directory';
import * as mammoth from 'mammoth';
import { type WordLoss, wordLosses } from '../../common/word/word-loss';

/** Why a file is not read as a Word document. `word-old`: of Word 2003 and before. */
export class WordFailure extends Error {
    constructor(readonly code: 'word-unreadable' | 'word-encrypted' | 'word-old') {
        super(code);
    }
}

export interface WordText {
    /** Not sanitised: `htmlToMarkdown` makes text of it. What has the style of a title is `h1` with the class `title`. */
    readonly html: string;
    readonly left: readonly WordLoss[];
}

/** The address that the text names a picture by; empty where it is not shown. */
export type TakePicture = (picture: Uint8Array) => string;

/** Compound files (MS-CFB, 2.2): Word 97 to 2003, and packages under a password (MS-OFFCRYPTO, 1.3.2), whose stream says so in its name. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

const titleStyles = ['Title', '标题', '標題'].map(name => `p[style-name='${name}'] => h1.title:fresh`);

/**
 * A Word document (ECMA-376) as HTML: styles of headings, lists and tables, emphasis and links. Nothing outside of the file is opened.
 * @throws WordFailure; UnpackFailure for a package that is broken or unpacks to more than the limits
 */
export async function readWord(bytes: Uint8Array, limits: UnpackLimits, takePicture: TakePicture = () => ''): Promise<WordText> {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (file.subarray(0, compoundFile.length).equals(compoundFile)) {
        throw new WordFailure(file.includes(encryptedStream) ? 'word-encrypted' : 'word-old');
    }
    const parts = await readZip(bytes, limits, name => /^word\/(?:document|comments|header\d*|footer\d*)\.xml$/.test(name));
    let pictures = 0;
    const { value: html } = await mammoth.convertToHtml({ buffer: file }, {
        externalFileAccess: false, styleMap: titleStyles,
        convertImage: mammoth.images.imgElement(async image => {
            const src = takePicture(new Uint8Array(await image.readAsArrayBuffer()));
            pictures += src === '' ? 1 : 0;
            return { src };
        })
    }).catch(() => { throw new WordFailure('word-unreadable'); });
    const has = (names: RegExp, sign: RegExp): boolean => parts.some(each => names.test(each.name) && sign.test(Buffer.from(each.bytes).toString('utf8')));
    const found: Readonly<Record<WordLoss, boolean>> = {
        pictures: pictures > 0, headers: has(/header|footer/, /<w:t[ >]/), comments: has(/comments/, /<w:t[ >]/), deletions: has(/document/, /<w:delText[ >]/), formulas: has(/document/, /<m:oMath[ >]/), 'merged-cells': /<t[dh] (?:colspan|rowspan)=/.test(html)
    };
    return { html, left: wordLosses.filter(each => found[each]) };
}
