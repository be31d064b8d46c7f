import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Comment } from '../../common/comment/comment-contract';
import { Said } from './said';

export interface DiscussionProps {
    readonly comments: readonly Comment[];
    /** Whether the reader may say something now. */
    readonly open: boolean;
    readonly busy: boolean;
    /** @param then called when it is kept */
    onAdd(text: string, then: () => void): void;
}

/** What people said about one thing, one after the other. */
export function Discussion({ comments, open, busy, onAdd }: DiscussionProps): React.ReactElement {
    const [text, setText] = React.useState('');
    const add = (): void => onAdd(text, () => setText(''));
    return <div className='w-comments'>
        <ol className='w-threads' aria-label={nls.localize('earshot/writing/comments/discussion', 'Discussion')}>{comments.map(each => <li key={each.id}><Said comment={each} /></li>)}</ol>
        {open && <>
            <Field label={nls.localize('earshot/writing/comments/say', 'Say something')} help={nls.localize('earshot/writing/comments/say-help', 'Everybody who takes part is told.')}><TextArea value={text} onChange={setText} rows={2} maxLength={5000} /></Field>
            <div className='w-comment-actions'><Button small disabled={!text.trim()} busy={busy} onClick={add}>{nls.localize('earshot/writing/comments/send', 'Send')}</Button></div>
        </>}
    </div>;
}
