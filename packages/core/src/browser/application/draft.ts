import * as React from '@theia/core/shared/react';
import { injectable } from '@theia/core/shared/inversify';
import { useService } from './context';

/** What was typed into dialogs and not sent yet: kept while the window is open, so that closing a dialog loses nothing. */
@injectable()
export class DraftService {
    protected readonly drafts = new Map<string, unknown>();

    get<T>(key: string): T | undefined {
        return this.drafts.get(key) as T | undefined;
    }

    keep(key: string, draft: unknown): void {
        this.drafts.set(key, draft);
    }

    forget(key: string): void {
        this.drafts.delete(key);
    }

    get any(): boolean {
        return this.drafts.size > 0;
    }
}

/** State of a form that survives closing it: `[draft, setDraft, forget]`. Forget it when it was sent, or thrown away on purpose. */
export function useDraft<T>(key: string, initial: T): readonly [T, (draft: T) => void, () => void] {
    const service = useService(DraftService);
    const [draft, setDraft] = React.useState<T>(() => service.get<T>(key) ?? initial);
    const set = React.useCallback((next: T) => {
        service.keep(key, next);
        setDraft(next);
    }, [service, key]);
    const forget = React.useCallback(() => service.forget(key), [service, key]);
    return [draft, set, forget];
}
