import { nls } from '@theia/core/lib/common/nls';
import { type AnswerTest, type AnswerValue, type Condition, type FormDefinition, type Question, allQuestions } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { questionNumbers } from '../../filling/trace-text';
import { answerText } from '../../filling/ratings';

/** An answer as one says it; a question that no longer exists leaves the bare value. */
export const valueText = (question: Question | undefined, value: AnswerValue): string =>
    (question && answerText(question, { value })) ?? (typeof value === 'number' ? formatNumber(value, 6) : String(value));

/** A statement about the answer to a question, without its subject: "is Yes". */
export function testText(test: AnswerTest, question: Question | undefined): string {
    switch (test.operator) {
        case 'equals': return nls.localize('earshot/assessment/test/equals', 'is {0}', valueText(question, test.value));
        case 'not-equals': return nls.localize('earshot/assessment/test/not-equals', 'is not {0}', valueText(question, test.value));
        case 'in': return nls.localize('earshot/assessment/test/in', 'is one of {0}', test.value.map(value => valueText(question, value)).join(' / '));
        case 'at-least': return nls.localize('earshot/assessment/test/at-least', 'is at least {0}', valueText(question, test.value));
        case 'at-most': return nls.localize('earshot/assessment/test/at-most', 'is at most {0}', valueText(question, test.value));
        case 'answered': return nls.localize('earshot/assessment/test/answered', 'is answered');
        case 'not-applicable': return nls.localize('earshot/assessment/test/not-applicable', 'is not applicable');
    }
}

/** The operators as one chooses among them. */
export const operatorText = (operator: AnswerTest['operator']): string => {
    switch (operator) {
        case 'equals': return nls.localize('earshot/assessment/operator/equals', 'is');
        case 'not-equals': return nls.localize('earshot/assessment/operator/not-equals', 'is not');
        case 'in': return nls.localize('earshot/assessment/operator/in', 'is one of');
        case 'at-least': return nls.localize('earshot/assessment/operator/at-least', 'is at least');
        case 'at-most': return nls.localize('earshot/assessment/operator/at-most', 'is at most');
        case 'answered': return nls.localize('earshot/assessment/operator/answered', 'is answered');
        case 'not-applicable': return nls.localize('earshot/assessment/operator/not-applicable', 'is not applicable');
    }
};

/** A condition in words: "1.2 is Yes and (2.1 is at most 2 or 2.3 is not applicable)". */
export function conditionText(condition: Condition, form: FormDefinition): string {
    const numbers = questionNumbers(form);
    const questions = new Map(allQuestions(form).map(({ question }) => [question.id, question]));
    const words = (part: Condition, nested: boolean): string => {
        if ('not' in part) {
            return nls.localize('earshot/assessment/condition/not', 'not ({0})', words(part.not, false));
        }
        const parts = 'all' in part ? part.all : 'any' in part ? part.any : undefined;
        if (!parts) {
            const leaf = part as Extract<Condition, { readonly question: string }>;
            return `${numbers.get(leaf.question) ?? leaf.question} ${testText(leaf, questions.get(leaf.question))}`;
        }
        const and = 'all' in part;
        const joined = parts.map(each => words(each, parts.length > 1)).join(and ? nls.localize('earshot/assessment/condition/and', ' and ') : nls.localize('earshot/assessment/condition/or', ' or '));
        return nested && parts.length > 1 ? `(${joined})` : joined;
    };
    return words(condition, false);
}
