/** Where the focus can be asked for within a question. */
export type Part = 'answer' | 'comment' | 'question';

const parts: Readonly<Record<Part, string>> = { answer: '[data-anchor]', comment: '[data-comment]', question: '[data-row]' };

/** What the focus is in, as far as keys are concerned; undefined where keys are none of the form's business. */
export function placeOf(target: Element): 'question' | 'number' | 'text' | undefined {
    if (!target.closest('[data-question]') || target.closest('[data-below]')) {
        return undefined;
    }
    return target.matches('[data-number]') ? 'number' : target.matches('textarea, input, select, [contenteditable]') ? 'text' : 'question';
}

/** The question in which an element is. */
export const questionAt = (element: Element | null): string | undefined => element?.closest<HTMLElement>('[data-question]')?.dataset.question;

const rowOf = (root: HTMLElement, question: string): HTMLElement | undefined =>
    [...root.querySelectorAll<HTMLElement>('[data-question]')].find(each => each.dataset.question === question && !each.hasAttribute('inert'));

/** Puts the focus into a question and brings it into sight; false where there is no such part. */
export function focusPart(root: HTMLElement | null, question: string, part: Part): boolean {
    const row = root && rowOf(root, question);
    const element = row?.querySelector<HTMLElement>(parts[part]) ?? (part === 'answer' ? row?.querySelector<HTMLElement>(parts.question) : undefined);
    if (!row || !element) {
        return false;
    }
    element.focus({ preventScroll: true });
    row.scrollIntoView?.({ block: 'nearest' });
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
        element.setSelectionRange(element.value.length, element.value.length);
    }
    return true;
}

/** Brings a question into sight, wherever the focus is. */
export const showQuestion = (root: HTMLElement | null, question: string): void => {
    if (root) {
        rowOf(root, question)?.scrollIntoView?.({ block: 'nearest' });
    }
};

/** Moves the focus onto a rating that was just given, if the focus is in that question and writes nothing. */
export function focusRating(root: HTMLElement | null, question: string, index: number): void {
    const active = document.activeElement;
    if (root && active && root.contains(active) && questionAt(active) === question && placeOf(active) === 'question') {
        rowOf(root, question)?.querySelector<HTMLElement>(`[data-rating="${index}"]`)?.focus();
    }
}

/** Moves along everything that can be pressed in a question. */
export function focusBeside(target: Element, direction: 1 | -1): boolean {
    const stops = [...target.closest('[data-question]')?.querySelectorAll<HTMLElement>('[data-stop]') ?? []];
    const next = stops[stops.indexOf(target as HTMLElement) + direction];
    next?.focus();
    return stops.length > 0;
}

/** Whether an arrow key has nowhere to go within a text: at its beginning upwards, at its end downwards. */
export function leavesText(target: Element, key: string): boolean {
    if (!(target instanceof HTMLTextAreaElement)) {
        return false;
    }
    const { selectionStart, selectionEnd, value } = target;
    return selectionStart === selectionEnd && (key === 'ArrowUp' ? selectionStart === 0 : key === 'ArrowDown' && selectionEnd === value.length);
}
