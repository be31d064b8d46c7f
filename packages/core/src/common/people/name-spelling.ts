import { pinyin } from 'pinyin-pro';

const han = /\p{Script=Han}/u;

/**
 * How a name is typed by somebody who has only Latin keys at hand: full spelling and initials in pinyin,
 * `欧阳娜娜` → `ouyangnana oynn`. Surnames with a reading of their own (单 shan, 曾 zeng) are read as surnames.
 * @returns undefined for a name without Chinese characters: it is found as it stands.
 */
export function spelledName(name: string): string | undefined {
    if (!han.test(name)) {
        return undefined;
    }
    const syllables = pinyin(name.trim(), { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
        .map(each => each.toLowerCase().replace(/\s+/g, '')).filter(Boolean);
    return `${syllables.join('')} ${syllables.map(each => [...each][0]).join('')}`;
}

/** What somebody typed, as it is compared with a spelled name: `Zhang Wei` → `zhangwei`. */
export const asSpelling = (text: string): string => text.toLowerCase().replace(/[\s'’]+/g, '');
