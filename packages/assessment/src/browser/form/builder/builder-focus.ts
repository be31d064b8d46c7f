/** Puts the focus into the field of a problem, or of the nearest field around it, and unfolds what hides it. */
export function focusField(root: HTMLElement | null, path: string): void {
    const fields = [...root?.querySelectorAll<HTMLElement>('[data-path]') ?? []].filter(each => path.startsWith(each.dataset.path ?? ' ') || each.dataset.path?.startsWith(path))
        .sort((one, other) => other.dataset.path!.length - one.dataset.path!.length);
    const field = fields.find(each => each.dataset.path!.length <= path.length) ?? fields[fields.length - 1];
    const control = field?.matches('input, select, textarea') ? field : field?.querySelector<HTMLElement>('input, select, textarea, button');
    const fold = control?.closest('details');
    if (fold) {
        fold.open = true;
    }
    control?.focus();
    control?.scrollIntoView?.({ block: 'center' });
}

/** Puts the focus onto the head of a card. */
export function focusCard(root: HTMLElement | null, path: string): void {
    const head = [...root?.querySelectorAll<HTMLElement>('[data-card]') ?? []].find(each => each.dataset.card === path);
    head?.focus();
    head?.closest('.a-card')?.scrollIntoView?.({ block: 'nearest' });
}

/** The head before or after one, from top to bottom of the form. */
export function neighbourOf(root: HTMLElement | null, head: Element, direction: 1 | -1): HTMLElement | undefined {
    const heads = [...root?.querySelectorAll<HTMLElement>('[data-card]') ?? []];
    return heads[heads.findIndex(each => each === head) + direction];
}
