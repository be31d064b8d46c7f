import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { type SavedDraft, type Saving, useAutosave } from '@earshot/writing/lib/browser/editor/use-autosave';
import type { ArticleContent } from '../../common/article/article-content';
import type { Revision } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';

/** What an editor writes in one go: the content, and a note on what was changed. */
export interface Written { readonly content: ArticleContent; readonly note: string }

const draftOf = ({ content, note, version, changedAt }: Revision): SavedDraft<Written> => ({ content: { content, note: note ?? '' }, version, savedAt: changedAt });

/** The draft of a revision, saved by itself. */
export function useArticleDraft(revision: Revision): Saving<Written> {
    const client = useClient(knowledgeContract);
    const queries = useQueryClient();
    const { id } = revision;
    return useAutosave<Written>({
        draft: React.useMemo(() => draftOf(revision), [revision]),
        name: ({ content }) => content.title,
        save: async (version, { content, note }) => {
            const saved = await client.revisions.save({ id, version, content: { ...content, tags: [...content.tags], audience: [...content.audience], parts: { ...content.parts } }, note: note.trim() || null });
            queries.setQueryData(['article', 'revision', id], saved);
            return { version: saved.version, savedAt: saved.changedAt };
        },
        load: async () => draftOf(await client.revisions.get({ id }) as Revision)
    });
}
