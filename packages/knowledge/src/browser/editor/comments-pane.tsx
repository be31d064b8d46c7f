import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { CommentsPane as Comments } from '@earshot/writing/lib/browser/comment/comments-pane';
import type { NewComment } from '@earshot/writing/lib/common/comment/comment-contract';
import { findPassage, type Passage } from '@earshot/writing/lib/common/passage/find-passage';
import type { Comment } from '../../common/comment/comment-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { revisionTitle } from '../revision/revision-title';

const none: readonly Comment[] = [];

export function useComments(articleId: string): readonly Comment[] {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'comments', articleId], queryFn: ({ signal }) => client.comments.list({ id: articleId }, { signal }) as Promise<Comment[]> }).data ?? none;
}

export interface CommentsPaneProps {
    readonly revisionId: string;
    readonly comments: readonly Comment[];
    readonly parts: Readonly<Record<string, string>>;
    /** The passage that is about to be commented on. */
    readonly passage: Passage | null;
    onPassage(passage: Passage | null): void;
    onShow(part: string, from: number, to: number): void;
}

/** What those who write and approve say to each other about a revision. */
export function CommentsPane({ revisionId, comments, parts, passage, onPassage, onShow }: CommentsPaneProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const add = useChange({ run: ({ said }: { readonly said: NewComment; then(): void }) => client.comments.add({ id: revisionId, ...said }), invalidates: [['article', 'comments']], then: (_, { then }) => then() });
    const resolve = useChange({ run: (input: { readonly id: string; readonly resolved: boolean }) => client.comments.resolve(input), invalidates: [['article', 'comments']] });
    const showing = (found: Passage): (() => void) | undefined => {
        const place = findPassage(parts[found.part] ?? '', found);
        return place && (() => onShow(found.part, place.start, place.end));
    };
    return <Comments<Comment> comments={comments} label={nls.localize('earshot/knowledge/comments/new', 'Comment on the revision')} none={nls.localize('earshot/knowledge/comments/none', 'No open comments. Select a passage to comment on it.')}
        passage={passage} busy={add.isPending} about={each => revisionTitle({ number: each.revisionNumber })} onPassage={onPassage} showing={showing} onAdd={(said, then) => add.mutate({ said, then })} onResolve={(id, resolved) => resolve.mutate({ id, resolved })} />;
}
