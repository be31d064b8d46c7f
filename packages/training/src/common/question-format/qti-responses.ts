import type { AcceptedNumber, Choice, Question } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { type Declared, type Marking, markingOf } from './qti-marking';
import { childNodesOf, textFrom } from './qti-text';
import { type FileProblemCode, type LossCode, placeId } from './question-format';
import { matchingItems, optional } from './read-parts';
import { childOf, childrenOf, textOf } from './xml-items';

type Members<Kind> = Kind extends Question ? Omit<Kind, 'prompt' | 'points' | 'feedback' | 'recording'> : never;
/** What an interaction asks for. `points`: what its rule gives at most. */
export interface ReadResponse { readonly question: Members<Question>; readonly points: number; readonly notes: readonly LossCode[] }
type Reader = (interaction: Element, item: Element, id: string, declared: Declared) => ReadResponse | FileProblemCode;

const yes = (element: Element, name: string): boolean => element.getAttribute(name) === 'true';
const notesOf = (marking: Marking): LossCode[] => marking.partial ? ['credit'] : [];
const share = (score: number, most: number): number => Math.max(-1, Math.min(1, score / most));
/** What each is worth, as shares of what is worth most. */
export const scaled = <Item extends { readonly share: number }>(items: readonly Item[], most: number): Item[] => items.map(each => ({ ...each, share: share(each.share, most) }));
const within = (points: number | null): number => points !== null && points > 0 && points <= 1000 ? points : 1;

const trueWord = /^(?:true|t|yes|正确|正確|对|對|是)$/iu;
const falseWord = /^(?:false|f|no|错误|錯誤|错|錯|否|不正确|不正確)$/iu;

export const readChoice: Reader = (interaction, item, id, declared) => {
    const marking = markingOf(item, id, declared);
    if (!marking || marking.by === 'equal') {
        return 'other-rule';
    }
    const elements = childrenOf(interaction, 'simpleChoice');
    if (elements.length > questionLimits.items) {
        return 'too-large';
    }
    let images = false;
    const read = elements.map(each => {
        const { markdown, media } = textFrom(childNodesOf(each));
        images ||= media;
        const said = childOf(each, 'feedbackInline');
        const key = each.getAttribute('identifier') ?? '';
        return { key, score: marking.scores.get(key) ?? (marking.by === 'map' ? declared.mapping?.otherwise ?? 0 : 0), text: markdown, ...optional('feedback', said ? textFrom(childNodesOf(said)).markdown : '') };
    });
    const notes: LossCode[] = [...notesOf(marking), ...images ? ['images' as const] : []];
    const most = Math.max(0, ...read.map(each => each.score));
    if (most <= 0) {
        return 'key-missing';
    }
    const choices = (of: (score: number) => number): Choice[] => read.map(({ key: _key, score, ...each }, at) => ({ id: placeId(at), share: of(score), ...each }));
    const shuffle = yes(interaction, 'shuffle');
    if (declared.cardinality === 'single' || interaction.getAttribute('maxChoices') === '1') {
        const [right, wrong] = [read.find(each => each.key.toLowerCase() === 'true' && trueWord.test(each.text)), read.find(each => each.key.toLowerCase() === 'false' && falseWord.test(each.text))];
        const points = within(marking.score ?? (marking.by === 'map' ? most : 1));
        if (read.length === 2 && right && wrong && right.score !== wrong.score && Math.min(right.score, wrong.score) === 0) {
            return { question: { kind: 'true-false', answer: right.score > wrong.score, ...optional('feedbackTrue', right.feedback ?? ''), ...optional('feedbackFalse', wrong.feedback ?? '') }, points, notes };
        }
        return { question: { kind: 'single', choices: choices(score => share(score, most)), shuffle }, points, notes };
    }
    if (marking.by === 'correct') {
        const positive = read.filter(each => each.score > 0).length;
        const wrong = (key: string): number => Math.min(0, (declared.mapping?.entries.find(each => each.key === key)?.value ?? 0) / within(marking.score));
        return { question: { kind: 'multiple', credit: 'all-or-nothing', shuffle, choices: choices(score => score > 0 ? 1 / positive : 0).map((each, at) => ({ ...each, share: each.share || Math.max(-1, wrong(read[at]!.key)) })) }, points: within(marking.score), notes };
    }
    const sum = read.reduce((total, each) => total + Math.max(0, each.score), 0);
    const bound = declared.mapping?.upperBound ?? sum;
    return { question: { kind: 'multiple', credit: 'shares', shuffle, choices: choices(score => share(score, sum)) }, points: within(Math.min(bound, sum)), notes: bound < sum - 1e-6 ? [...notes, 'credit'] : notes };
};

/** Numbers as a rule accepts them, with what each is worth. */
export function numbersOf(marking: Marking): readonly (AcceptedNumber & { readonly share: number })[] | undefined {
    const read = marking.by === 'equal' ? marking.numbers : [...marking.scores].map(([key, score]) => ({ value: Number(key === '' ? Number.NaN : key), tolerance: 0 as number | null, minimum: 0, maximum: 0, score }));
    const all = read.filter(each => each.score > 0 || marking.by !== 'map');
    return all.length && all.every(each => Number.isFinite(each.value)) ? all.map(({ value, tolerance, minimum, maximum, score }, at) => ({ id: placeId(at), share: score, ...tolerance === null ? { minimum, maximum } : { value, tolerance } })) : undefined;
}

/** Texts as a rule accepts them; an asterisk means no more than itself. */
export const textsOf = (marking: Marking): readonly Choice[] => [...marking.scores].slice(0, questionLimits.items).map(([text, score], at) => ({ id: placeId(at), text: text.replaceAll('*', '\\*'), share: score }));

/** By a map as it says itself; a match is one of every letter (QTI 2.1, 15.3.5). */
export const caseSensitiveBy = (marking: Marking, declared: Declared): boolean => marking.by === 'correct' || (declared.mapping?.entries.length ?? 0) > 0 && declared.mapping!.entries.every(each => each.caseSensitive);
export const isNumber = ({ baseType }: Declared): boolean => baseType === 'float' || baseType === 'integer';

export const readEntry: Reader = (_interaction, item, id, declared) => {
    const marking = markingOf(item, id, declared);
    if (!marking) {
        return 'other-rule';
    }
    const notes = notesOf(marking);
    const numeric = isNumber(declared) || marking.by === 'equal';
    const accepted = numeric ? numbersOf(marking) : textsOf(marking);
    const most = Math.max(0, ...accepted?.map(each => each.share) ?? []);
    if (!accepted || most <= 0) {
        return accepted || marking.scores.size === 0 ? 'key-missing' : 'not-a-number';
    }
    const points = within(marking.score ?? (marking.by === 'correct' ? 1 : most));
    return numeric ? { question: { kind: 'numeric', accepted: scaled(accepted as readonly AcceptedNumber[], most) }, points, notes }
        : { question: { kind: 'short', accepted: scaled(accepted as readonly Choice[], most), caseSensitive: caseSensitiveBy(marking, declared) }, points, notes };
};

export const readMatch: Reader = (interaction, item, id, declared) => {
    const marking = markingOf(item, id, declared);
    const [stems = [], matches = []] = childrenOf(interaction, 'simpleMatchSet').map(set => childrenOf(set, 'simpleAssociableChoice'));
    if (!marking || marking.by === 'equal') {
        return 'other-rule';
    }
    if (stems.length + matches.length > 2 * questionLimits.items) {
        return 'too-large';
    }
    const right = [...marking.scores].filter(([, score]) => score > 0).map(([pair]) => pair.split(/\s+/u));
    const worth = new Set([...marking.scores.values()].filter(each => each > 0));
    let images = false;
    const matchOf = new Map(matches.map(each => [each.getAttribute('identifier') ?? '', textOf(each)]));
    const found = stems.map(each => {
        const key = each.getAttribute('identifier') ?? '';
        const { markdown, media } = textFrom(childNodesOf(each));
        images ||= media;
        return { stem: markdown, keys: right.flatMap(([one, other]) => one === key ? other ?? [] : other === key ? one ?? [] : []) };
    });
    if (found.some(each => each.keys.length !== 1 || !matchOf.has(each.keys[0]!))) {
        return found.some(each => each.keys.length > 1) ? 'two-answers' : 'key-missing';
    }
    const used = new Set(found.map(each => each.keys[0]!));
    const pairs = found.map(({ stem, keys }) => ({ stem, match: matchOf.get(keys[0]!)! }));
    const extras = [...matchOf].filter(([key]) => !used.has(key)).map(([, match]) => ({ stem: '', match }));
    const sum = [...marking.scores.values()].reduce((total, each) => total + Math.max(0, each), 0);
    // here each pair is worth the same
    const notes: LossCode[] = [...notesOf(marking), ...marking.by === 'correct' || worth.size > 1 ? ['credit' as const] : [], ...images ? ['images' as const] : []];
    return { question: { kind: 'matching', shuffle: yes(interaction, 'shuffle'), ...matchingItems([...pairs, ...extras]) }, points: within(marking.by === 'correct' ? marking.score : sum), notes };
};

export const readOrder: Reader = (interaction, item, id, declared) => {
    const marking = markingOf(item, id, declared);
    const elements = childrenOf(interaction, 'simpleChoice');
    if (!marking || marking.by === 'equal') {
        return 'other-rule';
    }
    if (elements.length > questionLimits.items) {
        return 'too-large';
    }
    const byKey = new Map(elements.map(each => [each.getAttribute('identifier') ?? '', textFrom(childNodesOf(each))]));
    const items = declared.correct.map(key => byKey.get(key));
    if (items.includes(undefined) || new Set(declared.correct).size !== elements.length || items.length !== elements.length) {
        return 'key-missing';
    }
    const notes: LossCode[] = [...notesOf(marking), ...marking.by === 'map' ? ['credit' as const] : [], ...items.some(each => each?.media) ? ['images' as const] : []];
    return { question: { kind: 'ordering', credit: 'all-or-nothing', items: items.map((each, at) => ({ id: placeId(at), text: each!.markdown })) }, points: within(marking.score), notes };
};
