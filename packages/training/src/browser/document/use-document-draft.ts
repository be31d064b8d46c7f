import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { type SavedDraft, type Saving, useAutosave } from '@earshot/writing/lib/browser/editor/use-autosave';
import { diagramsOf } from '../../common/diagram/placed-diagrams';
import { withoutAnchors } from '../../common/document/clauses';
import type { DocumentContent } from '../../common/document/document-content';
import type { DocumentVersion } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';

/** What a writer writes in one go: the content, its text without anchors, and a note on what was changed. */
export interface Written { readonly content: DocumentContent; readonly note: string }

const draftOf = ({ content, note, version, changedAt }: DocumentVersion): SavedDraft<Written> => ({ content: { content: { ...content, text: content.script ? content.text : withoutAnchors(content.text) }, note: note ?? '' }, version, savedAt: changedAt });

/** The draft of a version, saved by itself. */
export function useDocumentDraft(version: DocumentVersion): Saving<Written> {
    const client = useClient(trainingContract);
    const queries = useQueryClient();
    const { id } = version;
    return useAutosave<Written>({
        draft: React.useMemo(() => draftOf(version), [version]),
        name: ({ content }) => content.title,
        save: async (seen, { content, note }) => {
            const saved = await client.documentVersions.save({ id, version: seen, content: { ...content, positionIds: [...content.positionIds], diagrams: [...diagramsOf(content)] }, note: note.trim() || null });
            queries.setQueryData(['document', 'version', id], saved);
            return { version: saved.version, savedAt: saved.changedAt };
        },
        load: async () => draftOf(await client.documentVersions.get({ id }) as DocumentVersion)
    });
}
