import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Checkbox, Field, RelativeTime, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Comment } from '../../common/comment/comment-contract';
import { findPassage, type Passage } from '@earshot/writing/lib/common/passage/find-passage';
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

/** What those who write and approve say to each other about a revision; a comment finds its passage again after edits. */
export function CommentsPane({ revisionId, comments, parts, passage, onPassage, onShow }: CommentsPaneProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [text, setText] = React.useState('');
    const [withSettled, setWithSettled] = React.useState(false);
    const add = useChange({
        run: (input: { readonly text: string; readonly passage: Passage | null; readonly parentId: string | null }) => client.comments.add({ id: revisionId, ...input }), invalidates: [['article', 'comments']],
        then: (_, { parentId }) => {
            if (parentId === null) {
                setText('');
                onPassage(null);
            }
        }
    });
    const resolve = useChange({ run: (input: { readonly id: string; readonly resolved: boolean }) => client.comments.resolve(input), invalidates: [['article', 'comments']] });
    const threads = comments.filter(each => each.parentId === null && (withSettled || each.resolvedAt === null));
    const settled = comments.filter(each => each.parentId === null && each.resolvedAt !== null).length;
    return <div className='k-comments'>
        <Field label={passage ? nls.localize('earshot/knowledge/comments/on-passage', 'Comment on “{0}”', passage.exact.slice(0, 60)) : nls.localize('earshot/knowledge/comments/new', 'Comment on the revision')}>
            <TextArea value={text} onChange={setText} rows={2} maxLength={5000} />
        </Field>
        <div className='k-comment-actions'>
            {passage && <Button small variant='quiet' onClick={() => onPassage(null)}>{nls.localize('earshot/knowledge/comments/whole', 'On the whole instead')}</Button>}
            <Button small disabled={!text.trim()} busy={add.isPending} onClick={() => add.mutate({ text, passage, parentId: null })}>{nls.localize('earshot/knowledge/comments/add', 'Comment')}</Button>
        </div>
        {settled > 0 && <Checkbox label={nls.localize('earshot/knowledge/comments/settled', 'Show settled ones ({0})', settled)} checked={withSettled} onChange={setWithSettled} />}
        {threads.length === 0 && <p className='k-quiet'>{nls.localize('earshot/knowledge/comments/none', 'No open comments. Select a passage to comment on it.')}</p>}
        <ul className='k-threads'>{threads.map(each => <li key={each.id} className='k-thread'>
            <Said comment={each} parts={parts} onShow={onShow} />
            {comments.filter(answer => answer.parentId === each.id).map(answer => <Said key={answer.id} comment={answer} parts={parts} onShow={onShow} />)}
            <Answer busy={add.isPending} onAnswer={answer => add.mutate({ text: answer, passage: null, parentId: each.id })}>
                <Button small variant='quiet' icon={each.resolvedAt ? 'circle' : 'pass'} onClick={() => resolve.mutate({ id: each.id, resolved: each.resolvedAt === null })}>{each.resolvedAt ? nls.localize('earshot/knowledge/comments/reopen', 'Open again') : nls.localize('earshot/knowledge/comments/settle', 'Settled')}</Button>
            </Answer>
        </li>)}</ul>
    </div>;
}

function Said({ comment, parts, onShow }: { readonly comment: Comment; readonly parts: Readonly<Record<string, string>>; onShow: CommentsPaneProps['onShow'] }): React.ReactElement {
    const { passage } = comment;
    const place = passage ? findPassage(parts[passage.part] ?? '', passage) : undefined;
    return <div className='k-comment'>
        <div className='k-quiet'>{comment.authorName} · <RelativeTime moment={comment.createdAt} /> · {revisionTitle({ number: comment.revisionNumber })}</div>
        {passage && (place ? <button type='button' className='k-passage' onClick={() => onShow(passage.part, place.start, place.end)}>{passage.exact}</button>
            : <span className='k-passage k-passage-gone' title={nls.localize('earshot/knowledge/comments/gone', 'This passage is not in the text any more.')}>{passage.exact}</span>)}
        <p>{comment.text}</p>
    </div>;
}

function Answer({ busy, onAnswer, children }: { readonly busy: boolean; onAnswer(text: string): void; readonly children: React.ReactNode }): React.ReactElement {
    const [text, setText] = React.useState<string>();
    return text === undefined ? <div className='k-comment-actions'>{children}<Button small variant='quiet' icon='reply' onClick={() => setText('')}>{nls.localize('earshot/knowledge/comments/answer', 'Answer')}</Button></div> : <>
        <TextArea value={text} onChange={setText} rows={2} maxLength={5000} autoFocus aria-label={nls.localize('earshot/knowledge/comments/answer', 'Answer')} />
        <div className='k-comment-actions'>
            <Button small variant='quiet' onClick={() => setText(undefined)}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
            <Button small disabled={!text.trim()} busy={busy} onClick={() => { onAnswer(text); setText(undefined); }}>{nls.localize('earshot/knowledge/comments/send', 'Send')}</Button>
        </div>
    </>;
}
