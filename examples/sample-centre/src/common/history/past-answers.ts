import type { Answer } from '@earshot/forms';
import type { AcceptedNumber, AcceptedText, Choice, Question, QuestionAnswer } from '@earshot/training/lib/common/question/question';
import type { Chance } from './chance';

const rightText = (accepted: readonly AcceptedText[]): string => accepted.find(each => each.share === 1)!.text.replaceAll('*', '');
const rightNumber = (accepted: readonly AcceptedNumber[]): number => { const found = accepted.find(each => each.share === 1)!; return 'value' in found ? found.value : found.minimum; };
/** Wrong by a little, as people are. */
const wrongNumber = (accepted: readonly AcceptedNumber[], chance: Chance): string => String(rightNumber(accepted) * chance.pick([2, 3]) + 1);
const one = (choices: readonly Choice[], right: boolean, chance: Chance): string => chance.pick(choices.filter(each => each.share === 1 === right)).id;

/** A rating beside the expert's. */
const otherwise = (answer: Answer): Answer => typeof answer.value === 'number' ? { value: answer.value > 1 ? answer.value - 1 : 2 } : typeof answer.value === 'boolean' ? { value: !answer.value } : answer;

/** What somebody answers who knows it, or does not. @param essay what they write where something is to be written */
export function pastAnswer(question: Question, right: boolean, chance: Chance, essay = ''): QuestionAnswer {
    switch (question.kind) {
        case 'single': return { kind: 'single', choice: one(question.choices, right, chance) };
        case 'multiple': {
            const [good, bad] = [question.choices.filter(each => each.share > 0), question.choices.filter(each => each.share <= 0)];
            // half known: one of the right ones is missed, and sometimes a wrong one taken for it
            return { kind: 'multiple', choices: [...right ? good : good.slice(1), ...right || bad.length === 0 || chance.happens(0.5) ? [] : [chance.pick(bad)]].map(each => each.id) };
        }
        case 'true-false': return { kind: 'true-false', value: question.answer === right };
        case 'short': return { kind: 'short', text: right ? rightText(question.accepted) : '不清楚' };
        case 'numeric': return { kind: 'numeric', text: right ? String(rightNumber(question.accepted)) : wrongNumber(question.accepted, chance) };
        case 'matching': return { kind: 'matching', matches: Object.fromEntries(question.pairs.map((pair, place) => [pair.id, question.pairs[right ? place : (place + 1) % question.pairs.length]!.matchId])) };
        case 'ordering': { const ids = question.items.map(each => each.id); return { kind: 'ordering', items: right ? ids : [ids[1]!, ids[0]!, ...ids.slice(2)] }; }
        case 'gaps': return { kind: 'gaps', gaps: Object.fromEntries(question.gaps.map(gap => [gap.id, gap.kind === 'choice' ? one(gap.choices, right, chance)
            : gap.kind === 'numeric' ? right ? String(rightNumber(gap.accepted)) : wrongNumber(gap.accepted, chance) : right ? rightText(gap.accepted) : '不清楚'])) };
        case 'essay': return { kind: 'essay', text: essay };
        case 'listening': return { kind: 'listening', answers: right ? question.expert : Object.fromEntries(Object.entries(question.expert).map(([id, answer]) => [id, chance.happens(0.5) ? answer : otherwise(answer)])) };
    }
}
