import type { MaskReason } from '../masking/mask';
import { isHidden } from '../masking/masked-ranges';
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

const ASKS_CARD = /card|expiry|expiration|cvv|security code|digits on the back|卡号|卡號|卡片號|信用卡.*[号號]|有效期|安全码|安全碼|背面.*[三3]|后三位|後三位|末三/i;
const ASKS_IDENTITY = /identity|passport|social security|date of birth|driver|身份证|身分證|护照|護照|证件|證件|出生|户口号|戶口號|后四位|後四位|尾四位|last four|last 4/i;

interface Run { readonly digits: readonly SpokenDigit[]; readonly turn: number }

/** What was asked for in the turns of the other shortly before. */
function askedFor(turns: readonly TranscriptTurn[], index: number): MaskReason | undefined {
    const answer = turns[index]!;
    const before = turns.slice(Math.max(0, index - 3), index).filter(each => each.speaker !== answer.speaker || each.channel !== answer.channel).filter(each => answer.fromMs - each.toMs < ASKED_WITHIN_MS);
    const text = before.map(textOf).join(' ');
    return ASKS_CARD.test(text) ? 'card-number' : ASKS_IDENTITY.test(text) ? 'identity-document' : undefined;
}

const sameVoice = (one: TranscriptTurn, other: TranscriptTurn): boolean => one.speaker === other.speaker && one.channel === other.channel;

/** Runs that the same voice goes on with after an interjection. */
function joined(turns: readonly TranscriptTurn[], runs: readonly Run[]): readonly Run[] {
    const result: Run[] = [];
    for (const run of runs) {
        const last = result[result.length - 1];
        const between = last ? turns.slice(last.turn + 1, run.turn) : [];
        const goesOn = last !== undefined && last.turn !== run.turn && sameVoice(turns[last.turn]!, turns[run.turn]!) && run.digits[0]!.fromMs - last.digits[last.digits.length - 1]!.toMs <= BETWEEN_MS
            && between.every(each => textOf(each).length <= INTERJECTION_LETTERS) && run.digits[0]!.word === 0;
        if (goesOn) {
            result[result.length - 1] = { digits: [...last.digits, ...run.digits], turn: run.turn };
        } else {
            result.push(run);
        }
    }
    return result;
}

/**
 * Stretches that sound like card numbers, identity numbers or other long numbers being read out: runs of spoken digits (Chinese, English, or
 * figures), joined over interjections, told apart by their check digits and by what was asked for before. Proposals for a person to decide on:
 * recognisers mishear digits, so that a wrong check digit is no proof against.
 * @param turns in order of time. @param hidden what is masked already.
 */
export function maskSuggestions(turns: readonly TranscriptTurn[], hidden: readonly TimeRange[]): readonly MaskSuggestion[] {
    const runs = turns.flatMap((turn, index) => digitRuns(turn.words).map((digits): Run => ({ digits, turn: index })));
    const first = (run: Run): number => turns.findIndex(each => each.fromMs <= run.digits[0]!.fromMs && sameVoice(each, turns[run.turn]!) && each.toMs >= run.digits[0]!.fromMs);
    return joined(turns, runs).flatMap((run): readonly MaskSuggestion[] => {
        const number = run.digits.map(each => each.digit).join('');
        const asked = askedFor(turns, Math.max(0, first(run)));
        const identity = isResidentIdentity(number);
        const card = !identity && isCardNumber(number);
        if (number.length < (asked ? LEAST_ASKED : LEAST_UNASKED)) {
            return [];
        }
        const [fromMs, toMs] = [run.digits[0]!.fromMs, run.digits[run.digits.length - 1]!.toMs];
        const reason = identity ? 'identity-document' : card ? 'card-number' : asked ?? (number.length >= 13 && number.length <= 19 ? 'card-number' : 'other');
        return isHidden(hidden, fromMs, toMs) ? [] : [{ fromMs, toMs, reason, digits: number.length, checked: identity || card }];
    });
}
