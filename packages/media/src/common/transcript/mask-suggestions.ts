import type { MaskReason } from '../masking/mask';
import { isCovered } from '../masking/masked-ranges';
import type { TimeRange } from '../player/time-range';
import { isCardNumber, isResidentIdentity } from './check-digits';
import { digitRuns, type SpokenDigit } from './spoken-digits';
import { textOf, type TranscriptTurn } from './transcript';
import type { MaskSuggestion } from './transcript-contract';

/** A number is read out in groups, with "mhm" of the other in between: so short an interjection, and so short a time, do not end it. */
const INTERJECTION_LETTERS = 8;
const BETWEEN_MS = 6000;
/** A run of digits that nobody asked for must be this long to be suspicious; one that was asked for may be as short as a check code. */
const LEAST_UNASKED = 6;
const LEAST_ASKED = 3;
const ASKED_WITHIN_MS = 15_000;

const ASKS_CARD = /card|expiry|expiration|cvv|security code|digits on the back|卡号|卡號|卡片號|信用卡.{0,20}[号號]|有效期|安全码|安全碼|背面.{0,20}[三3]|后三位|後三位|末三/i;
const ASKS_IDENTITY = /identity|passport|social security|date of birth|driver|身份证|身分證|护照|護照|证件|證件|出生|户口号|戶口號|后四位|後四位|尾四位|last four|last 4/i;

/** Digits that one voice says, from one turn to another. */
interface Run { readonly digits: SpokenDigit[]; readonly first: number; last: number }

/** What was asked for in the turns of the other shortly before. */
function askedFor(turns: readonly TranscriptTurn[], index: number): MaskReason | undefined {
    const answer = turns[index]!;
    const before = turns.slice(Math.max(0, index - 3), index).filter(each => each.speaker !== answer.speaker || each.channel !== answer.channel).filter(each => answer.fromMs - each.toMs < ASKED_WITHIN_MS);
    const text = before.map(textOf).join(' ');
    return ASKS_CARD.test(text) ? 'card-number' : ASKS_IDENTITY.test(text) ? 'identity-document' : undefined;
}

const sameVoice = (one: TranscriptTurn, other: TranscriptTurn): boolean => one.speaker === other.speaker && one.channel === other.channel;

/** Runs of a whole call; one that the same voice goes on with after an interjection is one. */
function runsOf(turns: readonly TranscriptTurn[]): readonly Run[] {
    const result: Run[] = [];
    turns.forEach((turn, index) => digitRuns(turn.words).forEach(digits => {
        const before = result[result.length - 1];
        const goesOn = before !== undefined && before.last !== index && sameVoice(turns[before.last]!, turn) && digits[0]!.word === 0 && digits[0]!.fromMs - before.digits[before.digits.length - 1]!.toMs <= BETWEEN_MS
            && turns.slice(before.last + 1, index).every(each => textOf(each).length <= INTERJECTION_LETTERS);
        if (goesOn) {
            digits.forEach(each => before.digits.push(each));   // one by one: so that as many digits as there may be are never copied for each turn
            before.last = index;
        } else {
            result.push({ digits: [...digits], first: index, last: index });
        }
    }));
    return result;
}

/**
 * Stretches that sound like card numbers, identity numbers or other long numbers being read out: runs of spoken digits (Chinese, English, or
 * figures), joined over interjections, told apart by their check digits and by what was asked for before. Proposals for a person to decide on:
 * recognisers mishear digits, so that a wrong check digit is no proof against.
 * @param turns in order of time. @param hidden what is masked already.
 */
export function maskSuggestions(turns: readonly TranscriptTurn[], hidden: readonly TimeRange[]): readonly MaskSuggestion[] {
    const questions = new Map<number, MaskReason | undefined>();   // once for each turn, however many numbers there are in it
    const asks = (index: number): MaskReason | undefined => (questions.has(index) ? questions : questions.set(index, askedFor(turns, index))).get(index);
    return runsOf(turns).flatMap((run): readonly MaskSuggestion[] => {
        const number = run.digits.map(each => each.digit).join('');
        const asked = asks(run.first);
        const identity = isResidentIdentity(number);
        const card = !identity && isCardNumber(number);
        if (number.length < (asked ? LEAST_ASKED : LEAST_UNASKED)) {
            return [];
        }
        const [fromMs, toMs] = [run.digits[0]!.fromMs, run.digits[run.digits.length - 1]!.toMs];
        const reason = identity ? 'identity-document' : card ? 'card-number' : asked ?? (number.length >= 13 && number.length <= 19 ? 'card-number' : 'other');
        return isCovered(hidden, fromMs, toMs) ? [] : [{ fromMs, toMs, reason, digits: number.length, checked: identity || card }];
    });
}
