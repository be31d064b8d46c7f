import type { Choice, Gap } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { gapMark } from './cloze';
import { type Declared, markingOf } from './qti-marking';
import { caseSensitiveBy, isNumber, numbersOf, type ReadResponse, scaled, textsOf } from './qti-responses';
import { type FileProblemCode, type LossCode, placeId } from './question-format';
import { childrenOf, descendantsOf, nameOf, textOf } from './xml-items';

/** Elements that hold a line of text. */
const lines: readonly string[] = ['p', 'div', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'itemBody', 'pre'];

/**
 * The marks that stand for the interactions of a text with gaps; undefined where it is a question with one answer: a single text entry that nothing follows,
 * as most programs write short answers.
 */
export function gapHolder(body: Element, interactions: readonly Element[]): ReadonlyMap<Element, string> | undefined {
    const marks = new Map(interactions.map((each, at) => [each, gapMark(at + 1)]));
    const [only] = interactions;
    if (interactions.length !== 1 || !only || nameOf(only) !== 'textEntryInteraction' || body.getAttribute('class')?.split(' ').includes('gaps')) {
        return marks;
    }
    for (let node: Node = only; node !== body; node = node.parentNode!) {
        for (let after = node.nextSibling; after; after = after.nextSibling) {
            if ((after.nodeType === 3 || after.nodeType === 4 || after.nodeType === 1 && !lines.includes(nameOf(after as Element))) && (after.textContent ?? '').trim() !== '') {
                return marks;
            }
        }
        if (node.nodeType === 1 && lines.includes(nameOf(node as Element))) {
            break;
        }
    }
    return undefined;
}

/** @param text with the marks in it: one may stand in what is not shown */
export function readGaps(item: Element, interactions: readonly Element[], declarations: ReadonlyMap<string, Declared>, text: string): ReadResponse | FileProblemCode {
    if (interactions.length > questionLimits.items) {
        return 'too-large';
    }
    const gaps: Gap[] = [];
    const notes = new Set<LossCode>();
    for (const [at, interaction] of interactions.entries()) {
        const id = interaction.getAttribute('responseIdentifier') ?? '';
        const declared = declarations.get(id);
        const marking = declared && markingOf(item, id, declared);
        if (!declared || !marking || !text.includes(gapMark(at + 1))) {
            return declared && !marking ? 'other-rule' : declared ? 'cloze-broken' : 'key-missing';
        }
        const choices = descendantsOf(interaction).filter(each => nameOf(each) === 'inlineChoice').map((each, place): Choice => ({ id: placeId(place), text: textOf(each), share: marking.scores.get(each.getAttribute('identifier') ?? '') ?? 0 }));
        const numeric = nameOf(interaction) === 'textEntryInteraction' && (isNumber(declared) || marking.by === 'equal');
        const accepted = numeric ? numbersOf(marking) : nameOf(interaction) === 'inlineChoiceInteraction' ? choices : textsOf(marking);
        const most = Math.max(0, ...accepted?.map(each => each.share) ?? []);
        if (!accepted || most <= 0) {
            return 'key-missing';
        }
        if (marking.partial) { notes.add('credit'); }
        if (childrenOf(interaction, 'inlineChoice').some(each => descendantsOf(each).some(one => nameOf(one) === 'feedbackInline'))) { notes.add('answer-feedback'); }
        const weight = marking.by === 'correct' ? marking.score ?? 1 : most;
        const common = { id: placeId(at), weight: weight > 0 && weight <= 1000 ? weight : 1 };
        gaps.push(numeric ? { ...common, kind: 'numeric', accepted: scaled(numbersOf(marking)!, most) }
            : nameOf(interaction) === 'inlineChoiceInteraction' ? { ...common, kind: 'choice', shuffle: interaction.getAttribute('shuffle') === 'true', choices: scaled(choices, most) }
                : { ...common, kind: 'short', accepted: scaled(textsOf(marking), most), caseSensitive: caseSensitiveBy(marking, declared) });
    }
    const points = gaps.reduce((sum, each) => sum + each.weight, 0);
    return { question: { kind: 'gaps', gaps }, points: points <= 1000 ? points : 1, notes: [...notes] };
}
