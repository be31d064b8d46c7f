import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { CommentsPane } from '@earshot/writing/lib/browser/comment/comments-pane';
import type { Comment, NewComment } from '@earshot/writing/lib/common/comment/comment-contract';
import { findPassage, type Passage } from '@earshot/writing/lib/common/passage/find-passage';
import type { Clause } from '../../common/document/clauses';
import { wholeText } from '../../common/document/comment-contract';
import type { DocumentVersion } from '../../common/document/document-contract';
import { isOpen } from '../../common/document/version-workflow';
import { trainingContract } from '../../common/training-contract';

const none: readonly Comment[] = [];

export function useVersionComments(versionId: string): readonly Comment[] {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['document', 'comments', versionId], queryFn: ({ signal }) => client.versionComments.list({ id: versionId }, { signal }) as Promise<Comment[]> }).data ?? none;
}

/** A whole clause as something to be commented on: it is known by its id, whatever is written in it. */
export const passageOfClause = ({ id, title }: Clause): Passage | undefined => id === null || title === '' ? undefined : { part: id, start: 0, exact: title, prefix: '', suffix: '' };

export interface VersionCommentsProps {
    readonly version: DocumentVersion;
    readonly comments: readonly Comment[];
    /** As it is being written. */
    readonly text: string;
    readonly clauses: readonly Clause[];
    readonly passage: Passage | null;
    onPassage(passage: Passage | null): void;
    /** Shows a place of the text. */
    onShow(from: number, to: number): void;
    onShowClause(clause: Clause): void;
}

/** What those who write and approve a version say to each other about it. */
export function VersionComments({ version, comments, text, clauses, passage, onPassage, onShow, onShowClause }: VersionCommentsProps): React.ReactElement {
    const client = useClient(trainingContract);
    const invalidates = [['document']];
    const add = useChange({ run: ({ said }: { readonly said: NewComment; then(): void }) => client.versionComments.add({ id: version.id, ...said }), invalidates, then: (_, { then }) => then() });
    const resolve = useChange({ run: (input: { readonly id: string; readonly resolved: boolean }) => client.versionComments.resolve(input), invalidates });
    const clauseOf = ({ part }: Passage): Clause | undefined => clauses.find(each => each.id === part);
    const showing = (found: Passage): (() => void) | undefined => {
        if (found.part !== wholeText) {
            const clause = clauseOf(found);
            return clause && (() => onShowClause(clause));
        }
        const place = findPassage(text, found);
        return place && (() => onShow(place.start, place.end));
    };
    const nameOf = (found: Passage): string | undefined => {
        const clause = found.part === wholeText ? undefined : clauseOf(found);
        return clause && `${clause.number} ${clause.title}`;
    };
    return <CommentsPane comments={comments} closed={!isOpen(version.state) || version.may.length === 0} label={nls.localize('earshot/training/comments/new', 'Comment on this version')} none={nls.localize('earshot/training/comments/none', 'No open comments. Select a passage, or choose a clause in the preview, to comment on it.')}
        passage={passage} busy={add.isPending} nameOf={nameOf} onPassage={onPassage} showing={showing} onAdd={(said, then) => add.mutate({ said, then })} onResolve={(id, resolved) => resolve.mutate({ id, resolved })} />;
}
