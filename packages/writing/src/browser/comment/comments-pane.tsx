import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Checkbox, Field, TextArea } from '@earshot/core/lib/browser/widgets';
import { type Comment, type NewComment, openThreads } from '../../common/comment/comment-contract';
import type { Passage } from '../../common/passage/find-passage';
import { Said } from './said';

export interface CommentsPaneProps<C extends Comment> {
    readonly comments: readonly C[];
    /** What one comments on where no passage is chosen. */
    readonly label: string;
    /** What to do where nobody has said anything. */
    readonly none: string;
    /** The passage that is about to be commented on. */
    readonly passage: Passage | null;
    /** Nobody says anything any more; what was said is read. */
    readonly closed?: boolean;
    /** A comment is on its way. */
    readonly busy: boolean;
    /** Of what it was said, where that is not plain. */
    about?(comment: C): string;
    /** What a passage is called that is not its own words. */
    nameOf?(passage: Passage): string | undefined;
    onPassage(passage: Passage | null): void;
    /** How a passage is brought into sight; undefined where it is gone. */
    showing(passage: Passage): (() => void) | undefined;
    /** @param then called when it is kept */
    onAdd(comment: NewComment, then: () => void): void;
    onResolve(id: string, resolved: boolean): void;
}

/** What people say to each other about something written, in threads; a comment finds its passage again after edits. */
export function CommentsPane<C extends Comment>({ comments, label, none, passage, closed = false, busy, about, nameOf, onPassage, showing, onAdd, onResolve }: CommentsPaneProps<C>): React.ReactElement {
    const [text, setText] = React.useState('');
    const [withSettled, setWithSettled] = React.useState(false);
    const add = (): void => onAdd({ text, passage, parentId: null }, () => {
        setText('');
        onPassage(null);
    });
    const roots = comments.filter(each => each.parentId === null);
    const settled = roots.length - openThreads(comments);
    const threads = roots.filter(each => withSettled || closed || each.resolvedAt === null);
    return <div className='w-comments'>
        {!closed && <>
            <Field label={passage ? nls.localize('earshot/writing/comments/on-passage', 'Comment on “{0}”', nameOf?.(passage) ?? passage.exact.slice(0, 60)) : label}>
                <TextArea value={text} onChange={setText} rows={2} maxLength={5000} />
            </Field>
            <div className='w-comment-actions'>
                {passage && <Button small variant='quiet' onClick={() => onPassage(null)}>{nls.localize('earshot/writing/comments/whole', 'On the whole instead')}</Button>}
                <Button small disabled={!text.trim()} busy={busy} onClick={add}>{nls.localize('earshot/writing/comments/add', 'Comment')}</Button>
            </div>
            {settled > 0 && <Checkbox label={nls.localize('earshot/writing/comments/settled', 'Show settled ones ({0})', settled)} checked={withSettled} onChange={setWithSettled} />}
        </>}
        {threads.length === 0 && <p className='w-comment-by'>{none}</p>}
        <ul className='w-threads'>{threads.map(each => <li key={each.id} className='w-thread'>
            {[each, ...comments.filter(answer => answer.parentId === each.id)].map(said => <Said key={said.id} comment={said} about={about?.(said)}>
                {said.passage && <PassageOf words={nameOf?.(said.passage) ?? said.passage.exact} show={showing(said.passage)} />}
            </Said>)}
            {!closed && <Answer busy={busy} onAnswer={(answer, then) => onAdd({ text: answer, passage: null, parentId: each.id }, then)}>
                <Button small variant='quiet' icon={each.resolvedAt ? 'circle' : 'pass'} onClick={() => onResolve(each.id, each.resolvedAt === null)}>{each.resolvedAt ? nls.localize('earshot/writing/comments/reopen', 'Open again') : nls.localize('earshot/writing/comments/settle', 'Settled')}</Button>
            </Answer>}
        </li>)}</ul>
    </div>;
}

const PassageOf = ({ words, show }: { readonly words: string; readonly show: (() => void) | undefined }): React.ReactElement => show ? <button type='button' className='w-passage' onClick={show}>{words}</button>
    : <span className='w-passage w-passage-gone' title={nls.localize('earshot/writing/comments/gone', 'This passage is not in the text any more.')}>{words}</span>;

function Answer({ busy, onAnswer, children }: { readonly busy: boolean; onAnswer(text: string, then: () => void): void; readonly children: React.ReactNode }): React.ReactElement {
    const [text, setText] = React.useState<string>();
    return text === undefined ? <div className='w-comment-actions'>{children}<Button small variant='quiet' icon='reply' onClick={() => setText('')}>{nls.localize('earshot/writing/comments/answer', 'Answer')}</Button></div> : <>
        <TextArea value={text} onChange={setText} rows={2} maxLength={5000} autoFocus aria-label={nls.localize('earshot/writing/comments/answer', 'Answer')} />
        <div className='w-comment-actions'>
            <Button small variant='quiet' onClick={() => setText(undefined)}>{nls.localize('earshot/writing/comments/cancel', 'Cancel')}</Button>
            <Button small disabled={!text.trim()} busy={busy} onClick={() => onAnswer(text, () => setText(undefined))}>{nls.localize('earshot/writing/comments/send', 'Send')}</Button>
        </div>
    </>;
}
