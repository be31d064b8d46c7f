import type { Question } from '../question/question';
import { questionLimits } from '../question/question-limits';
import { withGapMarks } from './cloze';
import { declarationsOf, declaredPoints } from './qti-marking';
import { gapHolder, readGaps } from './qti-gaps';
import { readChoice, readEntry, readMatch, readOrder, type ReadResponse } from './qti-responses';
import { childNodesOf, type FoundText, textFrom } from './qti-text';
import type { FileProblemCode, LossCode } from './question-format';
import { optional } from './read-parts';
import { childOf, childrenOf, descendantsOf, nameOf, textOf } from './xml-items';

const inline: readonly string[] = ['textEntryInteraction', 'inlineChoiceInteraction'];

/** The question that an item asks, or why it is none of ours. */
export function questionOf(root: Element): { readonly question: Question; readonly notes: readonly LossCode[] } | FileProblemCode {
    const body = childOf(root, 'itemBody');
    if (!body || root.getAttribute('adaptive') === 'true' || childOf(root, 'templateDeclaration') || childOf(root, 'templateProcessing')) {
        return body ? 'other-rule' : 'stem-missing';
    }
    const all = descendantsOf(body);
    const interactions = all.filter(each => /Interaction$/u.test(nameOf(each)));
    const [first] = interactions;
    if (!first) {
        return all.length > 0 || textOf(body) !== '' ? 'description' : 'stem-missing';
    }
    if (all.length > 50 * questionLimits.items || all.filter(each => /^simple(?:Associable)?Choice$|^inlineChoice$/u.test(nameOf(each))).length > 10 * questionLimits.items) {
        return 'too-large';
    }
    const gaps = interactions.every(each => inline.includes(nameOf(each)));
    if (interactions.length > 1 && !gaps) {
        return interactions.some(each => !known.includes(nameOf(each))) ? 'unsupported-kind' : 'several-questions';
    }
    const declared = declarationsOf(root);
    const points = declaredPoints(root);
    const hints = childrenOf(body, 'rubricBlock').filter(each => each.getAttribute('view') === 'scorer').map(each => textFrom(childNodesOf(each)).markdown).join('\n\n');
    const feedback = childrenOf(root, 'modalFeedback').filter(each => each.getAttribute('identifier') === 'shown').map(each => textFrom(childNodesOf(each)).markdown).join('\n\n');
    const others = all.some(each => nameOf(each) === 'feedbackBlock') || childrenOf(root, 'modalFeedback').some(each => each.getAttribute('identifier') !== 'shown');
    const asked = (instead: (element: Element) => string | undefined): FoundText => textFrom(childNodesOf(body), element => nameOf(element) === 'rubricBlock' && element.getAttribute('view') === 'scorer' ? '' : instead(element));
    const made = (found: FoundText, { points: earned, notes, ...response }: ReadResponse): { question: Question; notes: readonly LossCode[] } => ({
        question: { prompt: withGapMarks(found.markdown), points: points ?? earned, ...optional('feedback', feedback), ...response.question } as Question,
        notes: [...found.media ? ['images' as const] : [], ...found.formulas ? ['formulas' as const] : [], ...others ? ['answer-feedback' as const] : [], ...notes]
    });
    const isGap = gapHolder(body, interactions);
    if (gaps && isGap) {
        const found = asked(element => isGap.get(element));
        const read = readGaps(root, interactions, declared, found.markdown);
        return typeof read === 'string' ? read : made(found, read);
    }
    const id = first.getAttribute('responseIdentifier') ?? '';
    const declaration = declared.get(id);
    // the prompt of an interaction belongs to what is asked, its choices do not
    const found = asked(element => element.parentNode === first && nameOf(element) !== 'prompt' ? '' : undefined);
    if (nameOf(first) === 'extendedTextInteraction') {
        return made(found, { question: { kind: 'essay', ...optional('hints', hints) }, points: 1, notes: [] });
    }
    const reader = readers[nameOf(first)];
    if (!reader) {
        return 'unsupported-kind';
    }
    const read = declaration ? reader(first, root, id, declaration) : 'key-missing';
    return typeof read === 'string' ? read : made(found, hints === '' ? read : { ...read, notes: [...read.notes, 'hints'] });
}

const readers: Readonly<Record<string, typeof readChoice | undefined>> = { choiceInteraction: readChoice, textEntryInteraction: readEntry, matchInteraction: readMatch, orderInteraction: readOrder };
const known: readonly string[] = [...Object.keys(readers), ...inline, 'extendedTextInteraction'];
