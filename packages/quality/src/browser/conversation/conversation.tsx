import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useClient, useErrorText } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { EmptyState, Figure, formatDate, formatTime, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { ContentDeletion } from '@earshot/media/lib/common/media-contract';
import type { PlayerController, RecordingMark } from '@earshot/media/lib/browser/player';
import type { Message, Timeliness } from '../../common/conversation/conversation-contract';
import { waitsOf } from '../../common/conversation/timeliness';
import { qualityContract } from '../../common/quality-contract';
import { authorText } from './channel-words';
import { waitText } from './wait-text';

/** What marks need of whatever shows an interaction. */
export type EvidencePlayer = Pick<PlayerController, 'markNow' | 'select' | 'playRange'>;

export interface ConversationProps {
    readonly interactionId: string;
    readonly startedAt: string;
    readonly marks?: readonly RecordingMark[];
    readonly openMark?: string;
    onMarkOpen?(id: string): void;
    readonly controllerRef?: React.Ref<EvidencePlayer>;
}

/** A conversation in writing: who wrote what when, how quickly it was answered, and where the marks are. */
export function Conversation({ interactionId, ...rest }: ConversationProps): React.ReactElement {
    const client = useClient(qualityContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['conversation', interactionId], staleTime: Infinity, queryFn: ({ signal }) => client.conversations.messages({ id: interactionId }, { signal }) });
    return error ? <EmptyState icon='warning' title={describe(error)} /> : data?.deletion ? <EmptyState icon='trash' title={deletedText(data.deletion)}>{nls.localize('earshot/quality/conversation/deleted-detail', 'Evaluations, marks and figures are kept.')}</EmptyState>
        : data ? <Messages messages={data.messages} timeliness={data.timeliness} {...rest} /> : <Skeleton lines={8} />;
}

const deletedText = ({ at, rule }: ContentDeletion): string => rule ? nls.localize('earshot/quality/conversation/deleted-by-rule', 'Messages deleted on {0} under the rule “{1}”', formatDate(at), rule) : nls.localize('earshot/quality/conversation/deleted', 'Messages deleted on {0}', formatDate(at));

/** How quickly the customer was answered. */
export function TimelinessFigures({ timeliness: { firstReplyMs, medianReplyMs, longestReplyMs, replies, unanswered } }: { readonly timeliness: Timeliness }): React.ReactElement {
    return <div className='q-timeliness'>
        <Figure label={nls.localize('earshot/quality/conversation/first-reply', 'First reply after')} value={waitText(firstReplyMs)} />
        <Figure label={nls.localize('earshot/quality/conversation/median-reply', 'Median')} value={waitText(medianReplyMs)} n={replies} />
        <Figure label={nls.localize('earshot/quality/conversation/longest-reply', 'Longest wait')} value={waitText(longestReplyMs)} />
        {unanswered && <p className='q-timeliness-open'>{nls.localize('earshot/quality/conversation/unanswered', 'The customer’s last message was not answered.')}</p>}
    </div>;
}

function Messages({ messages, timeliness, startedAt, marks = [], openMark, onMarkOpen, controllerRef }: Omit<ConversationProps, 'interactionId'> & { readonly messages: readonly Message[]; readonly timeliness: Timeliness }): React.ReactElement {
    const [current, setCurrent] = React.useState(0);
    const list = React.useRef<HTMLOListElement>(null);
    const began = Date.parse(startedAt);
    const go = React.useCallback((place: number): void => {
        const next = Math.max(0, Math.min(messages.length - 1, place));
        setCurrent(next);
        list.current?.children[next]?.scrollIntoView?.({ block: 'nearest' });
    }, [messages.length]);
    React.useImperativeHandle(controllerRef, () => ({
        markNow: () => ({ fromMs: messages[current]!.atMs, toMs: messages[current]!.atMs }),
        select: () => { /* the message one is at is all that is ever selected */ },
        playRange: ([fromMs]) => go(messages.findIndex(each => each.atMs >= fromMs))
    }), [messages, current, go]);
    const group = nls.localize('earshot/quality/conversation/keys', 'Conversation');
    usePageKeys([
        { keys: 'ctrlcmd+down', group, title: nls.localize('earshot/quality/conversation/next', 'Next message'), run: () => go(current + 1) },
        { keys: 'ctrlcmd+up', group, title: nls.localize('earshot/quality/conversation/previous', 'Message before'), run: () => go(current - 1) }
    ]);
    const onKeyDown = (event: React.KeyboardEvent): void => {
        const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined) {
            event.preventDefault();
            go(current + step);
        }
    };
    const waits = React.useMemo(() => waitsOf(messages), [messages]);
    return <section className='q-conversation' aria-label={nls.localize('earshot/quality/conversation/title', 'Conversation')}>
        <TimelinessFigures timeliness={timeliness} />
        <ol ref={list} className='q-messages' tabIndex={0} aria-label={nls.localize('earshot/quality/note/messages', 'Messages')} onKeyDown={onKeyDown}>{messages.map(({ atMs, author, name, text }, place) => {
            const moment = new Date(began + atMs);
            const day = formatDate(moment);
            return <li key={atMs} className={`q-message q-message-${author}`} aria-current={place === current || undefined} onClick={() => setCurrent(place)}>
                {(place === 0 || day !== formatDate(new Date(began + messages[place - 1]!.atMs))) && <span className='q-message-day'>{day}</span>}
                <span className='q-message-head'><strong>{name ?? authorText(author)}</strong> <time className='e-figures' dateTime={moment.toISOString()}>{formatTime(moment)}</time>
                    {waits[place] !== null && <span className='e-figures'>{nls.localize('earshot/quality/conversation/replied', 'replied after {0}', waitText(waits[place]!))}</span>}</span>
                <p className='q-message-text'>{text}</p>
                {marks.filter(each => each.fromMs <= atMs && each.toMs >= atMs).map(mark => <button key={mark.id} type='button' className='q-message-mark' title={mark.title} aria-pressed={mark.id === openMark} onClick={() => onMarkOpen?.(mark.id)}>{mark.label}</button>)}
            </li>;
        })}</ol>
    </section>;
}
