const TEXT_INPUTS = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'datetime-local', 'month', 'week', 'time']);

/** Whether keys that are pressed there write something. */
export function isTextInput(element: Element | null | undefined): boolean {
    if (!element) {
        return false;
    }
    const tag = element.tagName;
    if (tag === 'INPUT') {
        return TEXT_INPUTS.has((element as HTMLInputElement).type);
    }
    return tag === 'TEXTAREA' || tag === 'SELECT' || element.closest('[contenteditable=""], [contenteditable="true"], [role="textbox"], [role="searchbox"]') !== null;
}

const USES_ARROWS = '[role="grid"], [role="listbox"], [role="menu"], [role="menubar"], [role="tablist"], [role="tree"], [role="slider"], [role="radiogroup"], [role="separator"], [role="combobox"], [role="spinbutton"], select, input[type="radio"], input[type="range"], audio, video';

/** Whether the arrow keys move something inside of what has the focus. */
export const usesArrows = (element: Element | null | undefined): boolean => Boolean(element?.closest(USES_ARROWS));

/** Whether Enter and the space bar press what has the focus. */
export const isActivatable = (element: Element | null | undefined): boolean =>
    Boolean(element?.closest('button, a[href], summary, select, input, [role="button"], [role="menuitem"], [role="option"], [role="tab"], [role="switch"], [role="checkbox"], [role="row"], [role="treeitem"]'));
