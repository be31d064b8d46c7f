/**
 * Answers that follow from what was said: a question's phrases that must be said and were, that must not be said and were not. A suggestion is
 * no rating: recognisers mishear, and a phrase can be meant otherwise than it sounds.
 */
import { phraseTerms, placesOfPhrases } from '@earshot/core/lib/common/search/phrase-places';
import { allQuestions, type AnswerValue, type FormDefinition, type PhraseRule, type PhraseRules, type Question } from '@earshot/forms';
import type { Spoken, SpokenConversation } from './spoken';

/** A place where a rule's phrase is said. */
export interface PhrasePlace { readonly rule: number; readonly fromMs: number; readonly toMs: number; readonly quote: string }
export interface PhraseSuggestion {
    readonly questionId: string;
    readonly value: AnswerValue;
    /** Whether all rules were kept. */
    readonly kept: boolean;
    /** What was said of the phrases, in order of time: of those that must not be said, what breaks the rule. */
    readonly places: readonly PhrasePlace[];
    /** Rules whose phrase had to be said and was not, by their places. */
    readonly missing: readonly number[];
}

/** A phrase that is said again and again is shown so often. */
const mostPlaces = 5;

/** @returns suggestions for questions with phrases; none where nothing is known of the speaker whom a rule is about. */
export const phraseSuggestions = ({ spoken, durationMs }: SpokenConversation, form: FormDefinition): readonly PhraseSuggestion[] => spoken.length === 0 ? []
    : allQuestions(form).flatMap(({ question }) => question.phrases ? suggestionFor(question, question.phrases, spoken, durationMs) : []);

function suggestionFor({ id }: Question, { rules, kept, broken }: PhraseRules, spoken: readonly Spoken[], durationMs: number): readonly PhraseSuggestion[] {
    const heard = rules.map(rule => spoken.filter(each => each.speaker === null || each.speaker === rule.speaker));
    if (heard.some(each => each.length === 0)) {
        return [];
    }
    const said = rules.map((rule, index) => placesOf(rule, index, heard[index]!, durationMs));
    const missing = rules.flatMap((rule, index) => rule.demand === 'required' && said[index]!.length === 0 ? [index] : []);
    const isKept = missing.length === 0 && rules.every((rule, index) => rule.demand === 'required' || said[index]!.length === 0);
    const places = said.flatMap(each => each.slice(0, mostPlaces)).sort((one, other) => one.fromMs - other.fromMs || one.rule - other.rule);
    return [{ questionId: id, value: isKept ? kept : broken, kept: isKept, places, missing }];
}

function placesOf({ wordings, within }: PhraseRule, rule: number, spoken: readonly Spoken[], durationMs: number): readonly PhrasePlace[] {
    const phrases = wordings.map(phraseTerms).filter(each => each.length > 0);
    const [earliest, latest] = !within ? [0, Infinity] : within.part === 'first' ? [0, within.seconds * 1000] : [durationMs - within.seconds * 1000, Infinity];
    const found = spoken.flatMap(({ parts }) => {
        const text = parts.map(each => each.text).join('');
        return placesOfPhrases(text, phrases).flat().map(({ start, end }): PhrasePlace => ({ rule, fromMs: partAt(parts, start).fromMs, toMs: partAt(parts, end - 1).toMs, quote: text.slice(start, end) }));
    });
    return found.filter(({ fromMs }) => fromMs >= earliest && fromMs <= latest).sort((one, other) => one.fromMs - other.fromMs)
        .filter((each, index, all) => index === 0 || each.fromMs > all[index - 1]!.fromMs || each.quote !== all[index - 1]!.quote);
}

/** The part in which a letter of the joined text stands. */
function partAt(parts: Spoken['parts'], letter: number): Spoken['parts'][number] {
    let passed = 0;
    return parts.find(each => (passed += each.text.length) > letter) ?? parts.at(-1)!;
}
