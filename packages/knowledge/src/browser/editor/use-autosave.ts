import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiService, useClient, useService, useStore } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import type { ArticleContent } from '../../common/article/article-content';
import type { Revision } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { Autosave, type AutosaveState, meaningOf } from './autosave';

export interface Written { readonly content: ArticleContent; readonly note: string }

const written = ({ content, note }: Revision): Written => ({ content, note: note ?? '' });

export interface Saving { readonly session: Autosave<Written>; readonly state: AutosaveState<Written>; showTheirs(): Promise<void>; keepMine(): Promise<void> }

/** A draft for as long as it is on the screen: saved by itself, at once when the window is left. */
export function useAutosave(revision: Revision): Saving {
    const client = useClient(knowledgeContract);
    const api = useService(ApiService);
    const queries = useQueryClient();
    const { id } = revision;
    const [session] = React.useState(() => new Autosave<Written>({ content: written(revision), version: revision.version, savedAt: revision.changedAt }, {
        save: async (version, { content, note }) => {
            const saved = await client.revisions.save({ id, version, content: { ...content, tags: [...content.tags], audience: [...content.audience], parts: { ...content.parts } }, note: note.trim() || null });
            queries.setQueryData(['article', 'revision', id], saved);
            return { version: saved.version, savedAt: saved.changedAt };
        },
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
    React.useEffect(() => session.follow(written(revision), revision.version, revision.changedAt), [session, revision]);
    const state = useStore(session.state);
    useUnsaved(state.phase !== 'saved' && state.phase !== 'over', nls.localize('earshot/knowledge/editor/unsaved', 'the article “{0}”', state.content.content.title), () => session.settle());
    const look = async (): Promise<Revision> => await client.revisions.get({ id }) as Revision;
    return {
        session, state,
        showTheirs: async () => {
            const theirs = await look();
            session.replace(written(theirs), theirs.version, theirs.changedAt);
        },
        keepMine: async () => session.takeOver((await look()).version)
    };
}
