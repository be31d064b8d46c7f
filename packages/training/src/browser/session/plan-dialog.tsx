import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, DateField, Dialog, EmptyState, Field, FormErrors, NumberField, PersonPicker, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { Session } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { type ChosenPeople, idsOf, nobody, PeopleChoice } from '../exam/people-choice';
import { momentsOf, type SessionTimes, timesOf } from './session-times';
import { useCourses } from './use-sessions';

interface PlanDialogProps {
    /** The course that is chosen already. */
    readonly courseId: string | null;
    /** Who is invited already: those who missed an earlier session. */
    readonly people?: ChosenPeople['people'];
    onClose(): void;
}

/** Plans a session of a course, and invites people to it. */
export function PlanDialog({ courseId, people = [], onClose }: PlanDialogProps): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const session = useSession();
    const courses = useCourses();
    const [course, setCourse] = React.useState<string | null>(courseId);
    const [fields, setFields] = React.useState<PlanFieldsValue>({ times: { day: null, from: '09:00', to: '11:00' }, trainerId: session.may('training-session:hold') ? session.person.id : null, place: '', onlineLink: '', seats: null });
    const [chosen, setChosen] = React.useState<ChosenPeople>({ ...nobody, people });
    const plan = useChange({
        run: () => client.trainingSessions.plan({ courseId: course!, ...planOf(fields)!, ...idsOf(chosen) }) as Promise<Session>, invalidates: [['training-session'], ['course']], failures: 'form',
        done: made => nls.localize('earshot/training/plan/done', 'Planned. People who are told: {0}', made.invited), then: made => { onClose(); void navigate(`/training/sessions/${made.id}`); }
    });
    const ready = course !== null && planOf(fields) !== undefined;
    if (courses.data?.length === 0) {
        return <Dialog title={nls.localize('earshot/training/sessions/plan', 'Plan a session')} onClose={onClose} footer={<Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>}>
            <EmptyState icon='library' title={nls.localize('earshot/training/plan/no-course', 'There is no course yet.')} action={<Button variant='primary' onClick={() => void navigate('/training/courses', { query: { new: 'course' } })}>{nls.localize('earshot/training/courses/new', 'New course')}</Button>}>
                <p>{nls.localize('earshot/training/plan/no-course-help', 'A course says what is taught; its sessions say when and to whom.')}</p></EmptyState>
        </Dialog>;
    }
    return <Dialog title={nls.localize('earshot/training/sessions/plan', 'Plan a session')} onClose={onClose} size='large' onSubmit={() => { if (ready) { plan.mutate(undefined); } }} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={!ready} busy={plan.isPending}>{nls.localize('earshot/training/plan/submit', 'Plan')}</Button></>}>
        <FormErrors error={plan.error} fields={['trainerId', 'endsAt']} />
        <Field label={nls.localize('earshot/training/course/name', 'Course')} required><Select value={course} placeholder={nls.localize('earshot/training/plan/choose', 'Choose')} onChange={setCourse} options={(courses.data ?? []).map(each => ({ value: each.id, label: each.title }))} /></Field>
        <PlanFields value={fields} onChange={setFields} error={plan.error} />
        <h3>{nls.localize('earshot/training/plan/people', 'Who is invited')}</h3>
        <PeopleChoice chosen={chosen} onChange={setChosen} />
    </Dialog>;
}

/** Changes when, where and by whom a session is held. */
export function ChangeDialog({ session, onClose }: { readonly session: Session; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [fields, setFields] = React.useState<PlanFieldsValue>({ times: timesOf(session), trainerId: session.trainerId, place: session.place, onlineLink: session.onlineLink, seats: session.seats });
    const change = useChange({
        run: () => client.trainingSessions.change({ id: session.id, version: session.version, ...planOf(fields)! }) as Promise<Session>, invalidates: [['training-session'], ['course']], failures: 'form',
        done: () => nls.localize('earshot/training/plan/changed', 'Saved. Participants are told if time or place have changed.'), then: onClose
    });
    const ready = planOf(fields) !== undefined;
    return <Dialog title={nls.localize('earshot/training/plan/change', 'Change this session')} onClose={onClose} onSubmit={() => { if (ready) { change.mutate(undefined); } }} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={!ready} busy={change.isPending}>{nls.localize('earshot/training/actions/save', 'Save')}</Button></>}>
        <FormErrors error={change.error} fields={['trainerId', 'endsAt']} />
        <PlanFields value={fields} onChange={setFields} error={change.error} />
    </Dialog>;
}

/** Invites people to a session. */
export function InviteDialog({ session, onClose }: { readonly session: Session; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [chosen, setChosen] = React.useState(nobody);
    const invite = useChange({
        run: () => client.trainingSessions.invite({ id: session.id, ...idsOf(chosen) }), invalidates: [['training-session']], failures: 'form',
        done: ({ invited, known }) => known === 0 ? nls.localize('earshot/training/plan/invited', 'Invited: {0}. They are told.', invited) : nls.localize('earshot/training/plan/invited-known', 'Invited: {0}. Invited already: {1}.', invited, known), then: onClose
    });
    const empty = chosen.people.length + chosen.teams.length + chosen.positions.length === 0;
    return <Dialog title={nls.localize('earshot/training/plan/invite', 'Invite people')} onClose={onClose} onSubmit={() => { if (!empty) { invite.mutate(undefined); } }} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={empty} busy={invite.isPending}>{nls.localize('earshot/training/plan/invite-submit', 'Invite')}</Button></>}>
        <FormErrors error={invite.error} /><PeopleChoice chosen={chosen} onChange={setChosen} />
    </Dialog>;
}

interface PlanFieldsValue { readonly times: SessionTimes; readonly trainerId: string | null; readonly place: string; readonly onlineLink: string; readonly seats: number | null }
const isLink = (text: string): boolean => text.trim() === '' || /^https?:\/\/\S+$/.test(text.trim());

/** What operations take; undefined as long as something is missing or no link. */
function planOf({ times, trainerId, place, onlineLink, seats }: PlanFieldsValue) {
    const moments = momentsOf(times);
    return moments && trainerId && isLink(onlineLink) ? { ...moments, trainerId, place: place.trim(), onlineLink: onlineLink.trim(), seats } : undefined;
}

function PlanFields({ value, onChange, error }: { readonly value: PlanFieldsValue; onChange(value: PlanFieldsValue): void; readonly error: unknown }): React.ReactElement {
    const problemOf = useProblems(error);
    const set = (part: Partial<PlanFieldsValue>): void => onChange({ ...value, ...part });
    const setTimes = (part: Partial<SessionTimes>): void => set({ times: { ...value.times, ...part } });
    return <>
        <div className='t-plan-times'>
            <Field label={nls.localize('earshot/training/plan/day', 'Day')} required><DateField value={value.times.day} onChange={day => setTimes({ day })} /></Field>
            <Field label={nls.localize('earshot/training/plan/from', 'From')} required><TextField type='time' value={value.times.from} onChange={from => setTimes({ from })} /></Field>
            <Field label={nls.localize('earshot/training/plan/to', 'To')} required error={problemOf('endsAt')}><TextField type='time' value={value.times.to} onChange={to => setTimes({ to })} /></Field>
            <Field label={nls.localize('earshot/training/plan/seats', 'Seats')}><NumberField value={value.seats} min={1} max={1000} onChange={seats => set({ seats })} /></Field>
        </div>
        <Field label={nls.localize('earshot/training/session/trainer', 'Trainer')} required error={problemOf('trainerId')}><PersonPicker value={value.trainerId} onChange={trainerId => set({ trainerId })} /></Field>
        <Field label={nls.localize('earshot/training/session/place', 'Place')}><TextField value={value.place} maxLength={200} onChange={place => set({ place })} /></Field>
        <Field label={nls.localize('earshot/training/session/online', 'Online at')} error={isLink(value.onlineLink) ? undefined : nls.localize('earshot/training/plan/no-link', 'An address begins with https://')}><TextField type='url' value={value.onlineLink} maxLength={500} onChange={onlineLink => set({ onlineLink })} /></Field>
    </>;
}
