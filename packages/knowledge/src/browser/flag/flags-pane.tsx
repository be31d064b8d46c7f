import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Badge, Button, RelativeTime } from '@earshot/core/lib/browser/widgets';
import { comparePieces } from '@earshot/writing/lib/common/difference/compare-texts';
import type { Flag } from '../../common/feedback/feedback-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { Pieces } from '@earshot/writing/lib/browser/difference/text-difference';
import { partText, reasonText } from '../words/article-words';

const none: readonly Flag[] = [];

/** What readers have pointed out about an article and nobody has decided about. */
export function useFlags(articleId: string): readonly Flag[] {
    const client = useClient(knowledgeContract);
    const mayWrite = useSession().may('article:write');
    return useQuery({ queryKey: ['article', 'flags', articleId], enabled: mayWrite, queryFn: async ({ signal }) => (await client.feedback.flags({ articleId, state: 'open', limit: 100 }, { signal })).rows as Flag[] }).data ?? none;
}

export interface FlagsPaneProps {
    readonly flags: readonly Flag[];
    readonly language: string;
    /** Puts a suggested wording into the draft. */
    onTake?(part: string, text: string): void;
}

/** Hints of readers, with the difference that they suggest. */
export function FlagsPane({ flags, language, onTake }: FlagsPaneProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const decide = useChange({
        run: (input: { readonly id: string; readonly state: 'taken' | 'declined' }) => client.feedback.decide({ ...input, answer: null }), invalidates: [['article'], ['work']],
        done: (_, { state }) => state === 'taken' ? nls.localize('earshot/knowledge/flags/was-taken', 'Taken up. Whoever pointed it out is told.') : nls.localize('earshot/knowledge/flags/was-declined', 'Declined. Whoever pointed it out is told.')
    });
    return <ul className='w-threads'>{flags.map(each => <li key={each.id} className='w-thread'>
        <div className='k-quiet'><Badge tone='caution'>{reasonText(each.reason)}</Badge> {each.personName} · <RelativeTime moment={each.createdAt} /></div>
        <p>{each.text}</p>
        {each.part !== null && each.suggestion !== null && <Suggested part={each.part} before={each.original ?? ''} after={each.suggestion} language={language} />}
        <div className='w-comment-actions'>
            <Button small variant='quiet' onClick={() => decide.mutate({ id: each.id, state: 'declined' })}>{nls.localize('earshot/knowledge/flags/decline', 'Decline')}</Button>
            <Button small busy={decide.isPending && decide.variables?.id === each.id} onClick={() => {
                if (each.part !== null && each.suggestion !== null) {
                    onTake?.(each.part, each.suggestion);
                }
                decide.mutate({ id: each.id, state: 'taken' });
            }}>{each.suggestion !== null && onTake ? nls.localize('earshot/knowledge/flags/take-text', 'Take over the wording') : nls.localize('earshot/knowledge/flags/take', 'Taken up')}</Button>
        </div>
    </li>)}</ul>;
}

function Suggested({ part, before, after, language }: { readonly part: string; readonly before: string; readonly after: string; readonly language: string }): React.ReactElement {
    const pieces = React.useMemo(() => comparePieces(before, after, language), [before, after, language]);
    return <div className='w-difference' lang={language}>
        <h2>{partText(part)}</h2>
        <div className='w-difference-text'><Pieces pieces={pieces} /></div>
    </div>;
}
