import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Field, FormErrors, NumberField, Segmented, Select, TextArea, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { type Channel, channels, type ObservedOccasion, observedOccasions } from '../../common/interaction/channel';
import type { Interaction } from '../../common/interaction/interaction-contract';
import { qualityContract } from '../../common/quality-contract';
import { fromLocalField, toLocalField } from '../interaction/local-time';
import { channelText, occasionText } from './channel-words';
import { factsOf, type FactFields, InteractionFacts, noFacts } from './interaction-facts';

const occasionHelp = (occasion: ObservedOccasion): string => {
    switch (occasion) {
        case 'live': return nls.localize('earshot/quality/note/live-help', 'You listen in while it happens.');
        case 'side-by-side': return nls.localize('earshot/quality/note/side-help', 'You sit beside the agent.');
        case 'mystery': return nls.localize('earshot/quality/note/mystery-help', 'You are the customer, by a scenario that was planned.');
    }
};

/** Notes what the evaluator is or was at, so that it can be evaluated without a recording. */
export function ObservationForm({ onDone }: { onDone(interaction: Interaction): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const [facts, setFacts] = React.useState<FactFields>(noFacts);
    const [occasion, setOccasion] = React.useState<ObservedOccasion>('live');
    const [channel, setChannel] = React.useState<Channel>('voice');
    const [began, setBegan] = React.useState(() => toLocalField(Date.now()));
    const [minutes, setMinutes] = React.useState<number | null>(null);
    const [scenario, setScenario] = React.useState('');
    const startedAt = fromLocalField(began);
    const note = useChange({
        run: (moment: string) => client.conversations.observe({ ...factsOf(facts), occasion, channel, startedAt: moment, durationMs: minutes === null ? null : Math.round(minutes * 60_000), scenario: scenario.trim() || null }) as Promise<Interaction>,
        invalidates: [['interaction']], failures: 'form', done: () => nls.localize('earshot/quality/note/observation-done', 'Noted. It can be evaluated now.'), then: onDone
    });
    const problem = useProblems(note.error);
    return <form className='q-note' onSubmit={event => { event.preventDefault(); if (startedAt) { note.mutate(startedAt); } }}>
        <div className='q-note-facts'>
            <Field group label={nls.localize('earshot/quality/call/occasion', 'Occasion')} help={occasionHelp(occasion)}>
                <Segmented<ObservedOccasion> value={occasion} onChange={setOccasion} options={observedOccasions.map(value => ({ value, label: occasionText(value) }))} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/channel', 'Channel')}><Select<Channel> value={channel} onChange={setChannel} options={channels.map(value => ({ value, label: channelText(value) }))} /></Field>
            <InteractionFacts value={facts} onChange={setFacts} problem={problem} />
        </div>
        <div className='q-note-text'>
            <Field label={nls.localize('earshot/quality/call/started', 'Began')} required error={startedAt ? problem('startedAt') : nls.localize('earshot/quality/import/no-time', 'Choose day and time.')}>
                <TextField type='datetime-local' step={1} value={began} onChange={setBegan} />
            </Field>
            <Field label={nls.localize('earshot/quality/note/minutes', 'Length, minutes')} error={problem('durationMs')}><NumberField value={minutes} min={0} max={1440} onChange={setMinutes} /></Field>
            <Field label={nls.localize('earshot/quality/observed/scenario', 'Scenario')} error={problem('scenario')} help={nls.localize('earshot/quality/note/scenario-help', 'What was to be asked, and how; it stands beside the form.')}>
                <TextArea rows={6} maxLength={4000} value={scenario} onChange={setScenario} />
            </Field>
            <FormErrors error={note.error} fields={['callId', 'agent', 'queue', 'customerNumber', 'tags', 'startedAt', 'durationMs', 'scenario']} />
            <Button variant='primary' type='submit' icon='check' busy={note.isPending} disabled={!facts.callId.trim() || !startedAt}>{nls.localize('earshot/quality/note/save', 'Note it')}</Button>
        </div>
    </form>;
}
