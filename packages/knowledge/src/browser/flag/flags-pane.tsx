import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Badge, Button, Field, RelativeTime, TextArea } from '@earshot/core/lib/browser/widgets';
import { comparePieces } from '@earshot/writing/lib/common/difference/compare-texts';
import { mergeTexts } from '@earshot/writing/lib/common/difference/merge-texts';
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
    /** The draft as it is now, by parts. */
    readonly parts: Readonly<Record<string, string>>;
    /** Puts a part as it reads with a suggestion into the draft. */
    onTake?(part: string, text: string): void;
}

/** Hints of readers, with what they would change of the draft as it is now. */
export function FlagsPane({ flags, language, parts, onTake }: FlagsPaneProps): React.ReactElement {
    return <ul className='w-threads'>{flags.map(each => <FlagEntry key={each.id} flag={each} language={language} now={each.part === null ? '' : parts[each.part] ?? ''} onTake={onTake} />)}</ul>;
}

interface FlagEntryProps extends Pick<FlagsPaneProps, 'language' | 'onTake'> { readonly flag: Flag; readonly now: string }

function FlagEntry({ flag: { id, reason, personName, createdAt, text, part, suggestion, original }, language, now, onTake }: FlagEntryProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [answer, setAnswer] = React.useState('');
    const before = original ?? '';
    const merged = React.useMemo(() => suggestion === null ? undefined : mergeTexts(before, now, suggestion, language), [before, now, suggestion, language]);
    const decide = useChange({
        run: (state: 'taken' | 'declined') => client.feedback.decide({ id, state, answer: answer.trim() || null }), invalidates: [['article'], ['work']],
        done: (_, state) => state === 'taken' ? nls.localize('earshot/knowledge/flags/was-taken', 'Taken up. Whoever pointed it out is told.') : nls.localize('earshot/knowledge/flags/was-declined', 'Declined. Whoever pointed it out is told.')
    });
    const takes = onTake !== undefined && part !== null && merged !== undefined && merged !== now;
    return <li className='w-thread'>
        <div className='k-quiet'><Badge tone='caution'>{reasonText(reason)}</Badge> {personName} · <RelativeTime moment={createdAt} /></div>
        <p>{text}</p>
        {part !== null && suggestion !== null && <Suggested {...{ part, before, now, suggestion, merged, language }} />}
        <Field label={nls.localize('earshot/knowledge/flags/answer', 'Answer to whoever pointed it out')}><TextArea value={answer} onChange={setAnswer} rows={2} maxLength={2000} /></Field>
        <div className='w-comment-actions'>
            <Button small variant='quiet' onClick={() => decide.mutate('declined')}>{nls.localize('earshot/knowledge/flags/decline', 'Decline')}</Button>
            <Button small busy={decide.isPending} onClick={() => {
                if (takes) {
                    onTake(part, merged);
                }
                decide.mutate('taken');
            }}>{takes ? nls.localize('earshot/knowledge/flags/take-text', 'Take over the wording') : nls.localize('earshot/knowledge/flags/take', 'Taken up')}</Button>
        </div>
    </li>;
}

interface SuggestedProps { readonly part: string; readonly before: string; readonly now: string; readonly suggestion: string; readonly merged: string | undefined; readonly language: string }

/** What a suggestion changes of the draft; both changes where they do not go together. */
function Suggested({ part, before, now, suggestion, merged, language }: SuggestedProps): React.ReactElement {
    return <div className='w-difference'>
        <h2>{partText(part)}</h2>
        {merged === undefined ? <>
            <p>{nls.localize('earshot/knowledge/flags/both', 'The draft has changed the same words since. Nothing is taken over by itself: write what is right, then say that it is taken up.')}</p>
            <h3>{nls.localize('earshot/knowledge/flags/suggested', 'Suggested')}</h3>
            <Change before={before} after={suggestion} language={language} />
            <h3>{nls.localize('earshot/knowledge/flags/in-draft', 'Changed in the draft')}</h3>
            <Change before={before} after={now} language={language} />
        </> : merged === now ? <p>{nls.localize('earshot/knowledge/flags/says-so', 'The draft says so already.')}</p> : <Change before={now} after={merged} language={language} />}
    </div>;
}

function Change({ before, after, language }: { readonly before: string; readonly after: string; readonly language: string }): React.ReactElement {
    const pieces = React.useMemo(() => comparePieces(before, after, language), [before, after, language]);
    return <div className='w-difference-text' lang={language}><Pieces pieces={pieces} /></div>;
}
