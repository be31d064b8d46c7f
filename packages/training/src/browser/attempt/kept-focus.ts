import type { FocusReport, KeptFocus } from './focus-reporter';

const keyOf = (attemptId: string): string => `earshot.attempt-focus.${attemptId}`;

const isReport = (value: unknown): value is FocusReport => {
    const { client, sequence, kind } = (value ?? {}) as Partial<FocusReport>;
    return typeof client === 'string' && typeof sequence === 'number' && (kind === 'left' || kind === 'returned');
};

/**
 * Takes out what this tab kept of an attempt when it was loaded again. It stands there only while the tab is between two pages, so that
 * a tab that is doubled does not pass for the same one.
 */
export function takeFocus(storage: Pick<Storage, 'getItem' | 'removeItem'>, attemptId: string): KeptFocus | undefined {
    const text = storage.getItem(keyOf(attemptId));
    storage.removeItem(keyOf(attemptId));
    try {
        const { client, sequence, away, waiting } = JSON.parse(text ?? '{}') as Partial<KeptFocus>;
        return typeof client === 'string' && typeof sequence === 'number' && Number.isInteger(sequence) && typeof away === 'boolean' && Array.isArray(waiting) && waiting.every(isReport) ? { client, sequence, away, waiting } : undefined;
    } catch {
        return undefined;
    }
}

export function keepFocus(storage: Pick<Storage, 'setItem'>, attemptId: string, kept: KeptFocus | undefined): void {
    if (kept) {
        storage.setItem(keyOf(attemptId), JSON.stringify(kept));
    }
}
