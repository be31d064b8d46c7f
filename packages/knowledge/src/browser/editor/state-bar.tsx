import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Badge, Button, Dialog, Field, formatDateTime, FormErrors, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import type { Revision } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import type { RevisionAction } from '../../common/workflow/article-workflow';
import { actionText, doneText, nextStepText, stateText, stateTone } from '../words/workflow-words';
import { RetireDialog } from './retire-dialog';

export interface StateBarProps {
    readonly revision: Revision;
    readonly articleId: string;
    /** Whether everything is saved, beside the state. */
    readonly saved?: React.ReactNode;
    /** Brings the server up to date before a step is taken. @returns the version then */
    settle?(): Promise<number>;
    onDone?(action: RevisionAction): void;
    readonly children?: React.ReactNode;
}

/** In the order in which they are offered, the one that leads on last. */
const offered: readonly RevisionAction[] = ['withdraw', 'return', 'retire', 'unschedule', 'schedule', 'verify', 'submit', 'approve', 'publish'];
const leadsOn: readonly RevisionAction[] = ['submit', 'approve', 'publish', 'verify'];

/** The state of a revision and its next step, in one bar. */
export function StateBar({ revision, articleId, saved, settle, onDone, children }: StateBarProps): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [asking, setAsking] = React.useState<'return' | 'schedule' | 'retire'>();
    const act = useChange({
        run: async ({ action, ...more }: { readonly action: RevisionAction; readonly reason?: string; readonly publishAt?: string }) => client.revisions.act({ id: revision.id, version: await settle?.() ?? revision.version, action, ...more }),
        invalidates: [['article'], ['work']], done: (_, { action }) => doneText(action), then: (_, { action }) => { setAsking(undefined); onDone?.(action); }
    });
    const press = (action: RevisionAction): void => {
        if (action === 'return' || action === 'schedule' || action === 'retire') {
            setAsking(action);
        } else {
            act.mutate({ action });
        }
    };
    const actions = offered.filter(each => revision.may.includes(each));
    const approvals = revision.approvals.filter(each => !each.voided);
    return <div className='k-state-bar' role='group' aria-label={nls.localize('earshot/knowledge/state-bar/name', 'State and next step')}>
        <Badge tone={stateTone(revision.state)}>{stateText(revision.state)}</Badge>
        <span className='k-next'>
            {nextStepText(revision, formatDateTime(revision.publishAt))}
            {approvals.length > 0 && <span className='k-quiet'> {nls.localize('earshot/knowledge/state-bar/approved-by', 'Approved by {0}.', approvals.map(each => each.personName).join(', '))}</span>}
        </span>
        {saved}
        <span className='k-state-actions'>
            {children}
            {actions.map(each => <Button key={each} small={!leadsOn.includes(each)} variant={leadsOn.includes(each) ? 'primary' : 'secondary'} busy={act.isPending && act.variables?.action === each} onClick={() => press(each)}>{actionText(each)}</Button>)}
        </span>
        {asking === 'return' && <ReturnDialog busy={act.isPending} error={act.error} onClose={() => setAsking(undefined)} onReturn={reason => act.mutate({ action: 'return', reason })} />}
        {asking === 'schedule' && <ScheduleDialog busy={act.isPending} onClose={() => setAsking(undefined)} onSchedule={publishAt => act.mutate({ action: 'schedule', publishAt })} />}
        {asking === 'retire' && <RetireDialog articleId={articleId} busy={act.isPending} onClose={() => setAsking(undefined)} onRetire={() => act.mutate({ action: 'retire' })} />}
    </div>;
}

const cancel = (): string => nls.localize('earshot/knowledge/new/cancel', 'Cancel');

function ReturnDialog({ busy, error, onClose, onReturn }: { readonly busy: boolean; readonly error: unknown; onClose(): void; onReturn(reason: string): void }): React.ReactElement {
    const [reason, setReason] = React.useState('');
    const submit = (): void => { if (reason.trim()) { onReturn(reason.trim()); } };
    return <Dialog title={nls.localize('earshot/knowledge/return/title', 'Return the revision')} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{cancel()}</Button><Button variant='primary' disabled={!reason.trim()} busy={busy} onClick={submit}>{nls.localize('earshot/knowledge/return/do', 'Return')}</Button></>}>
        <FormErrors error={error} />
        <Field label={nls.localize('earshot/knowledge/return/reason', 'What should be changed?')} required help={nls.localize('earshot/knowledge/return/help', 'It becomes a comment on the revision; those who wrote it are told.')}>
            <TextArea value={reason} onChange={setReason} rows={4} maxLength={2000} autoFocus />
        </Field>
    </Dialog>;
}

function ScheduleDialog({ busy, onClose, onSchedule }: { readonly busy: boolean; onClose(): void; onSchedule(publishAt: string): void }): React.ReactElement {
    const [at, setAt] = React.useState('');
    const moment = at ? new Date(at) : undefined;
    const problem = moment && moment.getTime() <= Date.now() ? nls.localize('earshot/knowledge/schedule/past', 'Choose a time that is still to come.') : undefined;
    const submit = (): void => { if (moment && !problem) { onSchedule(moment.toISOString()); } };
    return <Dialog title={nls.localize('earshot/knowledge/schedule/title', 'Publish later')} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{cancel()}</Button><Button variant='primary' disabled={!moment || problem !== undefined} busy={busy} onClick={submit}>{nls.localize('earshot/knowledge/schedule/do', 'Schedule')}</Button></>}>
        <Field label={nls.localize('earshot/knowledge/schedule/at', 'Day and time')} required error={problem}><TextField type='datetime-local' value={at} onChange={setAt} autoFocus /></Field>
    </Dialog>;
}
