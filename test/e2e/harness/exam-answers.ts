import type { AskedQuestion } from '@earshot/training/lib/common/question/asked-question';
import { promptParts } from '@earshot/training/lib/common/question/gap-places';
import type { AcceptedNumber, AcceptedText, Choice, Question } from '@earshot/training/lib/common/question/question';
import type { Locator, Page } from 'playwright-core';
import type { Api } from './api';
import { press, stepTo } from './keyboard';
import { type Words, within } from './words';

interface Detail { readonly content: { readonly question: Question }; readonly approved: { readonly question: Question } | null }

/** The questions that may be asked, with what is right, by kind and prompt: as trainers see them, and trainees do not. */
export const keysOfBank = async (trainer: Api): Promise<(asked: AskedQuestion) => Question> => {
    const { rows } = await trainer.get<{ rows: { id: string }[] }>('/training/questions?limit=500');
    const bank = new Map<string, Question>();
    for (const { id } of rows) {
        const { content, approved } = await trainer.get<Detail>(`/training/questions/${id}`);
        const { question } = approved ?? content;
        bank.set(`${question.kind} ${question.prompt}`, question);
    }
    return asked => {
        const found = bank.get(`${asked.kind} ${asked.prompt}`);
        if (!found) {
            throw new Error(`The bank has no question “${asked.prompt}”.`);
        }
        return found;
    };
};

const rightText = (accepted: readonly AcceptedText[]): string => accepted.find(each => each.share >= 1)!.text.replaceAll('*', '');
const rightNumber = (accepted: readonly AcceptedNumber[]): string => {
    const right = accepted.find(each => each.share >= 1)!;
    return String('value' in right ? right.value : (right.minimum + right.maximum) / 2);
};
const rightChoice = (choices: readonly Choice[]): string => choices.find(each => each.share >= 1)!.text;

const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
    await stepTo(page, field);
    await page.keyboard.insertText(text);
};

/** Moves what is to be ordered, one step up at a time, and says that it is right where it was so from the beginning. */
const putInOrder = async (page: Page, article: Locator, given: readonly string[], wanted: readonly string[], say: Words): Promise<void> => {
    const order = [...given];
    if (order.every((each, place) => each === wanted[place])) {
        await stepTo(page, article.getByRole('button', { name: say('training/answer/order-right') }));
        await page.keyboard.press('Enter');
    }
    for (const [place, text] of wanted.entries()) {
        for (let at = order.indexOf(text); at > place; at--) {
            await article.getByRole('listitem').nth(at).getByRole('button').first().press('Enter');
            order.splice(at - 1, 0, ...order.splice(at, 1));
        }
    }
};

/** Answers the question that is on the screen wholly right, with digits where there are choices, and with the keyboard for everything else. */
export const answerRightly = async (page: Page, article: Locator, asked: AskedQuestion, key: Question, say: Words, essay: string): Promise<void> => {
    const chosen = async (items: readonly { readonly text: string }[], right: readonly string[]): Promise<void> => {
        const digits = items.flatMap((each, place) => right.includes(each.text) ? [place] : []);
        await press(page, ...digits.map(each => String(each + 1)));
        for (const each of digits) {
            await article.locator('.t-option').nth(each).and(page.locator('[data-checked]')).waitFor();
        }
    };
    if (asked.kind === 'single' && key.kind === 'single') {
        return chosen(asked.choices, [rightChoice(key.choices)]);
    }
    if (asked.kind === 'multiple' && key.kind === 'multiple') {
        return chosen(asked.choices, key.choices.filter(each => each.share > 0).map(each => each.text));
    }
    if (asked.kind === 'true-false' && key.kind === 'true-false') {
        return chosen([{ text: 'true' }, { text: 'false' }], [String(key.answer)]);
    }
    if (asked.kind === 'ordering' && key.kind === 'ordering') {
        return putInOrder(page, article, asked.items.map(each => each.text), key.items.map(each => each.text), say);
    }
    if (asked.kind === 'matching' && key.kind === 'matching') {
        for (const { stem, match } of key.pairs) {
            await article.getByRole('combobox', { name: stem, exact: true }).selectOption({ label: match });
        }
        return undefined;
    }
    if (asked.kind === 'gaps' && key.kind === 'gaps') {
        const order = promptParts(asked.prompt).flatMap(each => 'gap' in each ? [each.gap] : []);
        for (const gap of key.gaps) {
            const field = article.getByLabel(say('training/answer/gap', String(order.indexOf(gap.id) + 1)));
            await (gap.kind === 'choice' ? field.selectOption({ label: rightChoice(gap.choices) }) : typeInto(page, field, gap.kind === 'short' ? rightText(gap.accepted) : rightNumber(gap.accepted)));
        }
        return undefined;
    }
    const text = key.kind === 'short' ? rightText(key.accepted) : key.kind === 'numeric' ? rightNumber(key.accepted) : essay;
    return typeInto(page, article.getByRole('textbox', { name: key.kind === 'numeric' ? within(say('training/answer/number')) : say('training/answer/label') }).or(article.getByRole('textbox')).first(), text);
};
