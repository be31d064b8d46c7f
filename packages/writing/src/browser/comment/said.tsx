import * as React from '@theia/core/shared/react';
import { RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { Comment } from '../../common/comment/comment-contract';

/** What one person said, and when. */
export const Said = ({ comment, about, children }: { readonly comment: Comment; /** Of what it was said. */ readonly about?: string; readonly children?: React.ReactNode }): React.ReactElement => <div className='w-comment'>
    <div className='w-comment-by'>{comment.authorName} · <RelativeTime moment={comment.createdAt} />{about && <> · {about}</>}</div>
    {children}
    <p>{comment.text}</p>
</div>;
