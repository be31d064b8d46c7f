import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Badge, Button, Card, Field, FormErrors, RelativeTime, TextArea } from '@earshot/core/lib/browser/widgets';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { shortestReason } from '../evaluation/correction-dialog';
import { noteText } from './coaching-words';
import { useCoachingStep } from './use-coaching';

/** What coach and agent have written to each other, and why a plan was extended or closed; the first first. */
export function PlanNotes({ plan }: { readonly plan: CoachingPlan }): React.ReactElement | null {
    const [text, setText, forget] = useDraft(`quality.coaching-note.${plan.id}`, '');
    const write = useCoachingStep<undefined>(coaching => coaching.note({ id: plan.id, version: plan.version, text: text.trim() }), () => undefined, { failures: 'form', then: () => { forget(); setText(''); } });
    const may = plan.may.includes('note');
    return !may && plan.notes.length === 0 ? null : <Card title={nls.localize('earshot/quality/coaching/notes', 'Talks and notes')}>
        {plan.notes.length > 0 && <ol className='q-coaching-notes'>{plan.notes.map((each, place) => <li key={place} className='q-coaching-note'>
            <span className='q-coaching-head'>{noteText(each.kind) && <Badge>{noteText(each.kind)}</Badge>}<span className='q-quiet'>{each.by} · <RelativeTime moment={each.at} /></span></span>
            <p>{each.text}</p>
        </li>)}</ol>}
        {may && <form className='q-coaching-write' onSubmit={event => { event.preventDefault(); write.mutate(undefined); }}>
            <FormErrors error={write.error} />
            <Field label={nls.localize('earshot/quality/coaching/note', 'Note')} help={nls.localize('earshot/quality/coaching/note-help', 'What was talked about or agreed. Agent and coach read it.')}><TextArea value={text} onChange={setText} rows={2} maxLength={2000} /></Field>
            <Button small type='submit' disabled={text.trim().length < shortestReason} busy={write.isPending}>{nls.localize('earshot/quality/coaching/write-note', 'Write it down')}</Button>
        </form>}
    </Card>;
}
