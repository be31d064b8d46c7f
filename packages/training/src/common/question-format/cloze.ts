import { withTolerance } from '../question/fits-number';
import type { AcceptedNumber, Gap } from '../question/question';
import { percentText, shareOf } from './grade-steps';
import { numberRange } from './number-range';
import { plainOf } from './plain-markdown';
import { placeId } from './question-format';
import { optional } from './read-parts';

/** `{1:SHORTANSWER:=two#Right~%50%2}`: Moodle's gaps within a text (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type). */
const opening = /\{(\d{0,4}):([A-Z_]{2,20}):/gu;
const kinds: Readonly<Record<string, readonly [Gap['kind'], boolean]>> = {
    SHORTANSWER: ['short', false], SA: ['short', false], MW: ['short', false], SHORTANSWER_C: ['short', true], SAC: ['short', true], MWC: ['short', true], NUMERICAL: ['numeric', false], NM: ['numeric', false],
    MULTICHOICE: ['choice', false], MC: ['choice', false], MULTICHOICE_V: ['choice', false], MCV: ['choice', false], MULTICHOICE_H: ['choice', false], MCH: ['choice', false],
    MULTICHOICE_S: ['choice', true], MCS: ['choice', true], MULTICHOICE_VS: ['choice', true], MCVS: ['choice', true], MULTICHOICE_HS: ['choice', true], MCHS: ['choice', true]
};

/** A word that survives being made Markdown, in place of the gap with this number. */
export const gapMark = (number: number): string => `xGAPx${number}x`;
export const withGapMarks = (text: string): string => text.replaceAll(/xGAPx(\d{1,4})x/gu, '[[$1]]');

/** The text with marks where gaps are; undefined where a gap cannot be read. */
export function readCloze(text: string): { readonly text: string; readonly gaps: readonly Gap[] } | undefined {
    const gaps: Gap[] = [];
    let [read, last] = ['', 0];
    opening.lastIndex = 0;
    for (let found = opening.exec(text); found; found = opening.exec(text)) {
        const end = endOf(text, opening.lastIndex);
        const gap = end < 0 || !kinds[found[2]!] ? undefined : gapOf(placeId(gaps.length), found[1]!, kinds[found[2]!]!, text.slice(opening.lastIndex, end));
        if (!gap) {
            return undefined;
        }
        gaps.push(gap);
        read += text.slice(last, found.index) + gapMark(gaps.length);
        last = end + 1;
        opening.lastIndex = last;
    }
    return { text: read + text.slice(last), gaps };
}

function endOf(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
        if (text[at] === '\\') { at++; } else if (text[at] === '}') { return at; }
    }
    return -1;
}

function gapOf(id: string, weight: string, [kind, second]: readonly [Gap['kind'], boolean], body: string): Gap | undefined {
    const pieces = split(body, '~').filter((raw, at) => at > 0 || raw.trim() !== '').map(raw => {
        const found = /^\s*(=|%(-?\d{1,3}(?:\.\d{0,10})?)%)?/u.exec(raw);
        const [text = '', feedback = ''] = split(raw.slice(found?.[0].length ?? 0), '#');
        return { share: found?.[2] !== undefined ? shareOf(found[2]) : found?.[1] ? 1 : 0, text: plainOf(unescape(text), 'html'), feedback: plainOf(unescape(feedback), 'html') };
    });
    const common = { id, weight: weight === '' ? 1 : Number(weight) };
    const others = pieces.filter(piece => kind === 'choice' || piece.text !== '*' || piece.share !== 0);
    const otherwise = kind === 'choice' ? undefined : pieces.find(piece => piece.text === '*' && piece.share === 0)?.feedback;
    const rest = { ...common, ...optional('otherwise', otherwise ?? '') };
    if (kind === 'numeric') {
        const accepted = others.flatMap((piece, at): AcceptedNumber[] => {
            const range = numberRange(piece.text);
            return range ? [{ id: placeId(at), share: piece.share, ...optional('feedback', piece.feedback), ...range }] : [];
        });
        return accepted.length === others.length ? { ...rest, kind, accepted } : undefined;
    }
    const items = others.map((piece, at) => ({ id: placeId(at), text: piece.text, share: piece.share, ...optional('feedback', piece.feedback) }));
    return kind === 'short' ? { ...rest, kind, accepted: items, caseSensitive: second } : { ...rest, kind, choices: items, shuffle: second };
}

/** At a sign that no backslash stands before. */
function split(text: string, sign: string): readonly string[] {
    const parts = [''];
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '\\') {
            parts[parts.length - 1] += text.slice(at, at + 2);
            at++;
        } else if (text[at] === sign) {
            parts.push('');
        } else {
            parts[parts.length - 1] += text[at];
        }
    }
    return parts;
}

const unescape = (text: string): string => text.replaceAll(/\\([~#}\\"/*=%])/gu, (whole, sign: string) => sign === '*' ? whole : sign).trim();
/** Answers are HTML there. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/[~#}\\]/gu, (sign, at: number) => sign === '\\' && text[at + 1] === '*' ? sign : `\\${sign}`);

/** What stands in Moodle's text in place of a gap. */
export function writeCloze(gap: Gap): string {
    const items = gap.kind === 'numeric' ? gap.accepted.map(each => ({ ...each, text: numberText(each) })) : gap.kind === 'short' ? gap.accepted : gap.choices;
    const kind = gap.kind === 'numeric' ? 'NUMERICAL' : gap.kind === 'short' ? gap.caseSensitive ? 'SHORTANSWER_C' : 'SHORTANSWER' : gap.shuffle ? 'MULTICHOICE_S' : 'MULTICHOICE';
    const pieces = items.map(each => `${each.share === 1 ? '=' : `%${percentText(each.share)}%`}${escape(each.text)}${each.feedback === undefined ? '' : `#${escape(each.feedback)}`}`);
    return `{${gap.weight}:${kind}:${[...pieces, ...gap.otherwise === undefined ? [] : [`%0%*#${escape(gap.otherwise)}`]].join('~')}}`;
}

function numberText(accepted: AcceptedNumber): string {
    const { value, tolerance } = withTolerance(accepted);
    return `${value}:${tolerance}`;
}
