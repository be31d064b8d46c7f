import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ApiService, useService, useStore } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Autosave, type AutosaveState, meaningOf } from './autosave';

/** A draft as the server has it: what was written, the version it has, and when it was saved (ISO 8601). */
export interface SavedDraft<T> { readonly content: T; readonly version: number; readonly savedAt: string }

export interface Drafting<T> {
    /** The same value as long as the server's draft is the same. */
    readonly draft: SavedDraft<T>;
    /** What the draft is called in "not saved yet: …". */
    name(content: T): string;
    save(version: number, content: T): Promise<{ readonly version: number; readonly savedAt: string }>;
    /** The draft as the server has it now. */
    load(): Promise<SavedDraft<T>>;
}

export interface Saving<T> { readonly session: Autosave<T>; readonly state: AutosaveState<T>; showTheirs(): Promise<void>; keepMine(): Promise<void> }

/** A draft for as long as it is on the screen: saved by itself, at once when the window is left. */
export function useAutosave<T>(drafting: Drafting<T>): Saving<T> {
    const api = useService(ApiService);
    const latest = React.useRef(drafting);
    latest.current = drafting;
    const { draft } = drafting;
    const [session] = React.useState(() => new Autosave<T>(draft, {
        save: (version, content) => latest.current.save(version, content),
        meaning: meaningOf,
        after: (ms, run) => {
            const timer = window.setTimeout(run, ms);
            return () => window.clearTimeout(timer);
        }
    }));
    React.useEffect(() => {
        const flush = (): void => { if (session.state.get().phase === 'waiting') { void session.settle().catch(() => { /* the state says it */ }); } };
        const hidden = (): void => { if (document.visibilityState === 'hidden') { flush(); } };
        window.addEventListener('blur', flush);
        window.addEventListener('online', session.retryNow);
        document.addEventListener('visibilitychange', hidden);
        const reached = api.onDidReach(answered => { if (answered) { session.retryNow(); } });
        return () => {
            window.removeEventListener('blur', flush);
            window.removeEventListener('online', session.retryNow);
            document.removeEventListener('visibilitychange', hidden);
            reached.dispose();
            session.dispose();
        };
    }, [session, api]);
    React.useEffect(() => session.follow(draft.content, draft.version, draft.savedAt), [session, draft]);
    const state = useStore(session.state);
    useUnsaved(state.phase !== 'saved' && state.phase !== 'over', nls.localize('earshot/writing/editor/unsaved', 'the draft “{0}”', drafting.name(state.content)), () => session.settle());
    return {
        session, state,
        showTheirs: async () => {
            const theirs = await latest.current.load();
            session.replace(theirs.content, theirs.version, theirs.savedAt);
        },
        keepMine: async () => session.takeOver((await latest.current.load()).version)
    };
}
