/** What an answer can hold: a yes/no or pass/fail, a number, an option or a text. */
export type AnswerValue = string | number | boolean;

/** A statement about one answer, for conditions, required comments, failures and bonuses. */
export type AnswerTest =
    | { readonly operator: 'equals' | 'not-equals'; readonly value: AnswerValue }
    | { readonly operator: 'in'; readonly value: readonly AnswerValue[] }
    | { readonly operator: 'at-least' | 'at-most'; readonly value: number }
    | { readonly operator: 'answered' }
    | { readonly operator: 'not-applicable' };

/** What is known of an answer: a value, "not applicable", or nothing valid yet. */
export type KnownAnswer = { readonly value: AnswerValue } | 'not-applicable' | undefined;

/**
 * Whether the test holds. Comparisons, 'not-equals' too, speak about a value that was given: without one they do not
 * hold. "Not applicable" is not a value; only its own operator recognises it.
 */
export const testHolds = (test: AnswerTest, answer: KnownAnswer): boolean => {
    if (test.operator === 'not-applicable') {
        return answer === 'not-applicable';
    }
    if (answer === undefined || answer === 'not-applicable') {
        return false;
    }
    const { value } = answer;
    switch (test.operator) {
        case 'answered': return true;
        case 'equals': return value === test.value;
        case 'not-equals': return value !== test.value;
        case 'in': return test.value.includes(value);
        case 'at-least': return typeof value === 'number' && value >= test.value;
        case 'at-most': return typeof value === 'number' && value <= test.value;
    }
};
