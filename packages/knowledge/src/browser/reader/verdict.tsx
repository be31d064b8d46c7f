import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button } from '@earshot/core/lib/browser/widgets';
import { type FeedbackReason, feedbackReasons, type Verdicts } from '../../common/feedback/feedback-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { reasonText } from '../words/article-words';
import { FlagDialog } from './flag-dialog';
import type { ArticleContent } from '../../common/article/article-content';

/** Whether it helped; if not, why; and a way to say what should stand there instead. */
export function Verdict({ articleId, content }: { readonly articleId: string; readonly content: ArticleContent }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [asking, setAsking] = React.useState(false);
    const [flagging, setFlagging] = React.useState(false);
    const { data } = useQuery({ queryKey: ['article', 'verdicts', articleId], queryFn: ({ signal }) => client.feedback.verdicts({ id: articleId }, { signal }) as Promise<Verdicts> });
    const say = useChange({
        run: (input: { readonly helpful: boolean; readonly reason?: FeedbackReason }) => client.feedback.say({ id: articleId, helpful: input.helpful, reason: input.reason ?? null }), invalidates: [['article', 'verdicts', articleId]],
        done: (_, { helpful, reason }) => helpful || reason ? nls.localize('earshot/knowledge/verdict/thanks', 'Thank you.') : undefined, then: (_, { helpful, reason }) => setAsking(!helpful && !reason)
    });
    return <section className='k-verdict' aria-label={nls.localize('earshot/knowledge/verdict/question', 'Did this help?')}>
        <span>{nls.localize('earshot/knowledge/verdict/question', 'Did this help?')}</span>
        <Button small icon='thumbsup' aria-pressed={data?.mine === true} onClick={() => say.mutate({ helpful: true })}>{nls.localize('earshot/knowledge/verdict/yes', 'Yes')}</Button>
        <Button small icon='thumbsdown' aria-pressed={data?.mine === false} onClick={() => say.mutate({ helpful: false })}>{nls.localize('earshot/knowledge/verdict/no', 'No')}</Button>
        <Button small variant='quiet' icon='report' onClick={() => setFlagging(true)}>{nls.localize('earshot/knowledge/verdict/flag', 'Point out a mistake…')}</Button>
        {asking && <div className='k-reasons' role='group' aria-label={nls.localize('earshot/knowledge/verdict/why', 'Why not?')}>
            <span>{nls.localize('earshot/knowledge/verdict/why', 'Why not?')}</span>
            {feedbackReasons.map(reason => <Button key={reason} small onClick={() => say.mutate({ helpful: false, reason })}>{reasonText(reason)}</Button>)}
        </div>}
        {flagging && <FlagDialog articleId={articleId} content={content} onClose={() => setFlagging(false)} />}
    </section>;
}
