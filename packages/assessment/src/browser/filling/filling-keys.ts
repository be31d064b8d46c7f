import { nls } from '@theia/core/lib/common/nls';

/** What the keys do to the question that is being answered. */
export interface FillingActions {
    /** Presses the button with this digit; begins to write where the question wants a number or text. */
    rate(digit: string): void;
    notApplicable(): void;
    /** Takes the rating back. */
    clear(): void;
    comment(): void;
    mark(): void;
    /** Unfolds or folds guidance, examples and rulings. */
    help(): void;
    next(): void;
    previous(): void;
    /** Goes to the next question that still needs something. */
    nextOpen(): void;
}

export interface FillingKey {
    /** `KeyboardEvent.key`, letters small. */
    readonly keys: readonly string[];
    /** The same in Theia's notation. */
    readonly bindings: readonly string[];
    title(): string;
    run(actions: FillingActions): void;
    /** Works only with the focus in the form; elsewhere on the page it is nobody's, or the recording's, which lists it itself. */
    readonly local?: boolean;
    /** Also where a number is written, in which it means nothing. */
    readonly inNumbers?: boolean;
}

const ordinals: readonly (() => string)[] = [
    () => nls.localize('earshot/assessment/keys/rate-1', 'First answer'), () => nls.localize('earshot/assessment/keys/rate-2', 'Second answer'),
    () => nls.localize('earshot/assessment/keys/rate-3', 'Third answer'), () => nls.localize('earshot/assessment/keys/rate-4', 'Fourth answer'),
    () => nls.localize('earshot/assessment/keys/rate-5', 'Fifth answer'), () => nls.localize('earshot/assessment/keys/rate-6', 'Sixth answer'),
    () => nls.localize('earshot/assessment/keys/rate-7', 'Seventh answer'), () => nls.localize('earshot/assessment/keys/rate-8', 'Eighth answer'),
    () => nls.localize('earshot/assessment/keys/rate-9', 'Ninth answer')
];

const digits: readonly FillingKey[] = ordinals.map((title, index) => {
    const digit = String(index + 1);
    return { keys: [digit], bindings: [digit], title, run: actions => actions.rate(digit) };
});

/** All keys of a form that is filled in: one table for the form itself, for the page around it, and for the list of keys. */
export const fillingKeys: readonly FillingKey[] = [
    ...digits,
    { keys: ['n', '0'], bindings: ['n', '0'], title: () => nls.localize('earshot/assessment/keys/not-applicable', 'Not applicable'), run: actions => actions.notApplicable() },
    { keys: ['c'], bindings: ['c'], title: () => nls.localize('earshot/assessment/keys/comment', 'Write a comment'), run: actions => actions.comment(), inNumbers: true },
    { keys: ['m'], bindings: ['m'], title: () => nls.localize('earshot/assessment/keys/mark', 'Mark this second as evidence'), run: actions => actions.mark(), inNumbers: true, local: true },
    { keys: ['h'], bindings: ['h'], title: () => nls.localize('earshot/assessment/keys/help', 'Guidance, examples and rulings'), run: actions => actions.help(), inNumbers: true },
    { keys: ['arrowup'], bindings: ['up'], title: () => nls.localize('earshot/assessment/keys/previous', 'Previous question'), run: actions => actions.previous(), inNumbers: true },
    { keys: ['arrowdown'], bindings: ['down'], title: () => nls.localize('earshot/assessment/keys/next', 'Next question'), run: actions => actions.next(), inNumbers: true },
    { keys: ['enter'], bindings: ['enter'], title: () => nls.localize('earshot/assessment/keys/next-open', 'Next open question'), run: actions => actions.nextOpen(), inNumbers: true },
    { keys: ['backspace', 'delete'], bindings: ['backspace', 'delete'], title: () => nls.localize('earshot/assessment/keys/clear', 'Take the answer back'), run: actions => actions.clear(), local: true }
];

/** What a pressed key means while the focus is in the form; `place` says what the focus is in. */
export function fillingKeyOf(key: string, place: 'question' | 'number' | 'text'): FillingKey | undefined {
    if (place === 'text') {
        return undefined;
    }
    const pressed = key.toLowerCase();
    const found = fillingKeys.find(each => each.keys.includes(pressed));
    return place === 'question' || found?.inNumbers || pressed === 'n' ? found : undefined;
}
