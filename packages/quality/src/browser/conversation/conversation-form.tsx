import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChange, useClient, useErrorText, useSettled } from '@earshot/core/lib/browser/application';
import type { Client } from '@earshot/core/lib/common/api/client';
import { Button, Field, FormErrors, formatNumber, Notice, Segmented, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import { longestTranscript } from '../../common/conversation/conversation-contract';
import { placesInTime, timelinessOf } from '../../common/conversation/timeliness';
import { type TextChannel, textChannels } from '../../common/interaction/channel';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { qualityContract } from '../../common/quality-contract';
import { FileDrop } from '../interaction/import/file-drop';
import { channelText, problemText } from './channel-words';
import { TimelinessFigures } from './conversation';
import { factsOf, type FactFields, InteractionFacts, noFacts } from './interaction-facts';

const nothing: Awaited<ReturnType<Client<typeof qualityContract>['conversations']['read']>> = { messages: [], problems: [] };

/** Problems that are named one by one; of more only the number is. */
const shownProblems = 8;

/** Takes in a conversation in writing: its messages from a file or pasted, what was understood of them at once below. */
export function ConversationForm({ onDone }: { onDone(interaction: Interaction): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const { describe } = useErrorText();
    const [facts, setFacts] = React.useState<FactFields>(noFacts);
    const [channel, setChannel] = React.useState<TextChannel>('chat');
    const [text, setText] = React.useState('');
    const file = React.useRef<HTMLInputElement>(null);
    const settled = useSettled(text.trim());
    const { data: read, error } = useQuery({
        queryKey: ['conversation-reading', settled], enabled: settled !== '' && settled.length <= longestTranscript, staleTime: Infinity, gcTime: 0, placeholderData: keepPreviousData,
        queryFn: ({ signal }) => client.conversations.read({ text: settled }, { signal })
    });
    const { messages, problems } = settled !== '' && read || nothing;
    const add = useChange({
        run: () => client.conversations.add({ ...factsOf(facts), channel, messages }) as Promise<Interaction>, invalidates: [['interaction']], failures: 'form',
        done: () => nls.localize('earshot/quality/note/conversation-done', 'The conversation is taken in.'), then: onDone
    });
    const problem = useProblems(add.error);
    const open = async ([chosen]: readonly File[]): Promise<void> => {
        if (chosen) {
            setText(await chosen.text());
            setFacts(before => before.callId ? before : { ...before, callId: chosen.name.replace(/\.[^.]*$/, '') });
        }
    };
    const figures = React.useMemo(() => timelinessOf(placesInTime(messages.map(each => Date.parse(each.at))).map(({ place, atMs }) => ({ atMs, author: messages[place]!.author }))), [messages]);
    const tooLong = text.length > longestTranscript ? nls.localize('earshot/quality/note/too-long', 'No more than {0} characters at once.', formatNumber(longestTranscript)) : undefined;
    return <form className='q-note' onSubmit={event => { event.preventDefault(); add.mutate(undefined); }}>
        <FileDrop onFiles={files => void open(files)} />
        <input ref={file} type='file' hidden accept='.json,.csv,.txt,.tsv' onChange={event => { void open([...event.target.files ?? []]); event.target.value = ''; }} />
        <div className='q-note-facts'>
            <Field group label={nls.localize('earshot/quality/call/channel', 'Channel')}>
                <Segmented<TextChannel> value={channel} onChange={setChannel} options={textChannels.map(value => ({ value, label: channelText(value) }))} />
            </Field>
            <InteractionFacts value={facts} onChange={setFacts} problem={problem} />
        </div>
        <div className='q-note-text'>
            <Field label={nls.localize('earshot/quality/note/messages', 'Messages')} required error={tooLong ?? problem('messages') ?? (error ? describe(error) : undefined)}
                help={nls.localize('earshot/quality/note/messages-help', 'CSV with the columns time, role (agent, customer, system), name and text, or JSON with the same; drop the file here, or paste what is in it.')}>
                <TextArea rows={14} className='q-note-messages' spellCheck={false} value={text} onChange={setText} />
            </Field>
            <Button icon='folder-opened' onClick={() => file.current?.click()}>{nls.localize('earshot/quality/note/choose', 'Choose a file…')}</Button>
            {problems.length > 0 && <Notice tone='caution' icon='warning'>
                <ul className='q-note-problems'>{problems.slice(0, shownProblems).map((each, place) => <li key={place}>{problemText(each)}</li>)}
                    {problems.length > shownProblems && <li>{nls.localize('earshot/quality/note/more-problems', 'and {0} more', formatNumber(problems.length - shownProblems))}</li>}</ul>
            </Notice>}
            {messages.length > 0 && <section aria-live='polite'>
                <h2>{nls.localize('earshot/quality/note/understood', '{0} messages understood', formatNumber(messages.length))}</h2>
                <TimelinessFigures timeliness={figures} />
            </section>}
            <FormErrors error={add.error} fields={['callId', 'agent', 'queue', 'customerNumber', 'tags', 'messages']} />
            <Button variant='primary' type='submit' icon='check' busy={add.isPending} disabled={!facts.callId.trim() || messages.length === 0 || settled !== text.trim()}>{nls.localize('earshot/quality/note/take-in', 'Take in')}</Button>
        </div>
    </form>;
}
