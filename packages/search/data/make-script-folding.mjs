/**
 * Makes src/analysis/script-folding-data.ts from the Unihan database:
 *
 *     node make-script-folding.mjs FOLDER
 *
 * FOLDER holds kSimplifiedVariant.txt, kSemanticVariant.txt and kZVariant.txt of github.com/unicode-org/unihan-database
 * (Unicode licence, see UNICODE-LICENSE.txt). A character folds
 *
 * 1. to its simplified variant, one in GB 2312 before others;
 * 2. else, when it is in Big5 but not in GB 2312, to a semantic or z-variant that is in GB 2312, itself folded by rule 1
 *    (週 → 周, 臺 → 台: other characters by the standard, the same word for whoever searches);
 * 3. before both, as in the list of words that the mainland writes with another character, which Unihan does not tell.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

const folder = process.argv[2];
const target = path.join(import.meta.dirname, '..', 'src', 'analysis', 'script-folding-data.ts');

const otherwiseWritten = new Map([...(
    '佔占佈布侷局俬私兇凶剷铲唸念嚐尝坵丘塚冢墰坛壜坛崑昆崙仑嵗岁嶽岳幷并彿佛悽凄慼戚捱挨搧扇擡抬敎教旣既昇升枴拐柺拐査查榘矩氾泛泝溯' +
    '淩凌滙汇燬毁牀床牴抵犛牦琱雕畵画痠酸癒愈眞真箚札簑蓑糉粽綵彩羣群羶膻翫玩脩修舘馆菸烟蒐搜蓆席蔘参託托諮咨谘咨覈核譭毁讚赞谿溪' +
    '豔艳逕径遊游遡溯醃腌釦扣鈅钥鈡钟鉅巨鉆钻錼镎鍊炼鍼针鎭镇闇暗陞升霑沾靦腼飱飧餵喂餬糊鬨哄鵰雕鹼碱硷碱麪面麫面齧啮'
).matchAll(/(.)(.)/g)].map(([, from, to]) => [from, to]));

const readVariants = async name => {
    const lines = (await fs.readFile(path.join(folder, `${name}.txt`), 'utf8')).split('\n').filter(each => each.startsWith('U+'));
    const charactersIn = text => [...text.matchAll(/U\+([0-9A-F]+)/g)].map(match => String.fromCodePoint(parseInt(match[1], 16)));
    return new Map(lines.map(line => {
        const [from, , to] = line.split('\t');
        // a source may follow each variant ("U+5360<kMatthews"); T, B and Z after it tell how close it is
        return [charactersIn(from)[0], charactersIn(to)];
    }));
};

/** The Han characters of a double-byte encoding. */
const charactersOf = encoding => {
    const decoder = new TextDecoder(encoding);
    const found = new Set();
    for (let lead = 0x81; lead <= 0xfe; lead++) {
        for (let trail = 0x40; trail <= 0xfe; trail++) {
            const text = decoder.decode(Uint8Array.of(lead, trail));
            if (/^[\u3400-\u9fff]$/.test(text)) {
                found.add(text);
            }
        }
    }
    return found;
};

/** GB 2312 lies in the rows 0xB0 to 0xF7 of GBK, which is what the decoder knows. */
const simplifiedSet = () => {
    const decoder = new TextDecoder('gbk');
    const found = new Set();
    for (let lead = 0xb0; lead <= 0xf7; lead++) {
        for (let trail = 0xa1; trail <= 0xfe; trail++) {
            found.add(decoder.decode(Uint8Array.of(lead, trail)));
        }
    }
    return found;
};

const [simplified, semantic, z] = await Promise.all(['kSimplifiedVariant', 'kSemanticVariant', 'kZVariant'].map(readVariants));
const common = simplifiedSet();
const traditional = charactersOf('big5');
const inPlane = each => /^[\u3400-\u9fff]$/.test(each);

const simplify = character => {
    const variants = (simplified.get(character) ?? []).filter(each => each !== character && inPlane(each));
    return variants.find(each => common.has(each)) ?? variants[0];
};

const alike = character => {
    if (!traditional.has(character) || common.has(character)) {
        return undefined;
    }
    const variants = [...(semantic.get(character) ?? []), ...(z.get(character) ?? [])].filter(each => each !== character && inPlane(each));
    return variants.map(each => simplify(each) ?? each).find(each => common.has(each) && each !== character);
};

const fold = new Map();
for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const to = otherwiseWritten.get(character) ?? simplify(character) ?? alike(character);
    if (to !== undefined) {
        fold.set(character, to);
    }
}
// 乾 → 干 and 干 → 干: what a character folds to must not fold further
const end = (character, seen = new Set()) => {
    const next = fold.get(character);
    return next === undefined || seen.has(character) ? character : end(next, seen.add(character));
};
const pairs = [...fold.keys()].map(each => [each, end(each)]).filter(([from, to]) => from !== to);
const ends = new Set(pairs.map(([, to]) => to));
const settled = pairs.filter(([from]) => !ends.has(from));

const perLine = 60;
const lines = [];
for (let start = 0; start < settled.length; start += perLine) {
    lines.push(`    '${settled.slice(start, start + perLine).map(pair => pair.join('')).join('')}'`);
}
await fs.writeFile(target, `/**
 * Traditional characters and what they fold to, in pairs; made by data/make-script-folding.mjs from kSimplifiedVariant,
 * kSemanticVariant and kZVariant of the Unihan database. Copyright © 1991-2026 Unicode, Inc., see data/UNICODE-LICENSE.txt.
 */
export const scriptFoldingPairs: string =
${lines.join(' +\n')};
`);
console.log(`${settled.length} characters fold`);
