import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Badge, Button, DateField, Dialog, Field, formatDate, formatList, formatNumber, FormErrors, Notice, TextArea } from '@earshot/core/lib/browser/widgets';
import type { DocumentVersion } from '../../common/document/document-contract';
import type { VersionAction } from '../../common/document/version-workflow';
import { trainingContract } from '../../common/training-contract';
import { heldText, versionStateText, versionTone } from './document-words';
import { actionText, doneText, nextStepText } from './version-words';

export interface VersionBarProps {
    readonly version: DocumentVersion;
    /** Whether everything is saved, beside the state. */
    readonly saved?: React.ReactNode;
    /** Brings the server up to date before a step is taken. @returns the version then */
    settle?(): Promise<number>;
    onDone?(action: VersionAction): void;
    readonly children?: React.ReactNode;
}

/** In the order in which they are offered, the one that leads on last. */
const offered: readonly VersionAction[] = ['withdraw', 'return', 'retire', 'unschedule', 'submit', 'approve', 'schedule', 'take-effect'];
const leadsOn: readonly VersionAction[] = ['submit', 'approve', 'take-effect'];
type Asked = 'return' | 'schedule' | 'retire' | 'release';

/** The state of a version and its next step, in one bar. */
export function VersionBar({ version, saved, settle, onDone, children }: VersionBarProps): React.ReactElement {
    const client = useClient(trainingContract);
    const [asking, setAsking] = React.useState<Asked>();
    const act = useChange({
        run: async ({ action, ...more }: { readonly action: VersionAction; readonly reason?: string; readonly effectiveAt?: string }) => client.documentVersions.act({ id: version.id, version: await settle?.() ?? version.version, action, ...more }),
        invalidates: [['document'], ['acknowledgement'], ['work']], done: (_, { action }) => doneText(action), then: (_, { action }) => { setAsking(undefined); onDone?.(action); }
    });
    const held = version.heldBy.length > 0;
    const press = (action: VersionAction): void => {
        if (action === 'return' || action === 'schedule' || action === 'retire') {
            setAsking(action);
        } else if (action === 'take-effect' && held && version.releaseReason === null) {
            setAsking('release');
        } else {
            act.mutate({ action });
        }
    };
    const close = (): void => setAsking(undefined);
    return <div className='t-version-bar' role='group' aria-label={nls.localize('earshot/training/version-bar/name', 'State and next step')}>
        <Badge tone={versionTone(version.state)}>{`${version.number} ${versionStateText(version.state)}`}</Badge>
        <span className='t-next'>{nextStepText(version, formatDate(version.effectiveAt))}</span>
        {version.openComments > 0 && <Badge tone='caution' icon='comment-unresolved'>{nls.localize('earshot/training/version-bar/comments', 'Open comments: {0}', formatNumber(version.openComments))}</Badge>}
        {saved}
        <span className='t-version-actions'>
            {children}
            {offered.filter(each => version.may.includes(each)).map(each => <Button key={each} small={!leadsOn.includes(each)} variant={leadsOn.includes(each) ? 'primary' : 'secondary'} busy={act.isPending && act.variables?.action === each} onClick={() => press(each)}>{actionText(each)}</Button>)}
        </span>
        {held && <Notice tone='caution'>{version.releaseReason === null
            ? nls.localize('earshot/training/version-bar/held', 'Its changed clauses hold it back: {0}. It takes effect when that is done, or when it is released with a reason.', formatList(version.heldBy.map(each => heldText(each.kind, each.count))))
            : nls.localize('earshot/training/version-bar/released', 'Released by {0} although {1}: {2}', version.releasedByName ?? '', formatList(version.heldBy.map(each => heldText(each.kind, each.count))), version.releaseReason)}</Notice>}
        {asking === 'return' && <ReasonDialog title={nls.localize('earshot/training/return/title', 'Return the version')} label={nls.localize('earshot/training/return/reason', 'What should be changed?')} help={nls.localize('earshot/training/return/help', 'Those who wrote it are told.')}
            button={nls.localize('earshot/training/return/do', 'Return')} busy={act.isPending} error={act.error} onClose={close} onGive={reason => act.mutate({ action: 'return', reason })} />}
        {asking === 'release' && <ReasonDialog title={nls.localize('earshot/training/release/title', 'Put into force although something is unchecked')} label={nls.localize('earshot/training/release/reason', 'Why can it not wait?')}
            help={nls.localize('earshot/training/release/help', 'The reason stays with the version for everybody who reads its history.')} button={nls.localize('earshot/training/release/do', 'Put into force')} busy={act.isPending} error={act.error} onClose={close} onGive={reason => act.mutate({ action: 'take-effect', reason })} />}
        {asking === 'schedule' && <DayDialog busy={act.isPending} onClose={close} onChoose={effectiveAt => act.mutate({ action: 'schedule', effectiveAt })} />}
        {asking === 'retire' && <RetireDialog busy={act.isPending} onClose={close} onRetire={() => act.mutate({ action: 'retire' })} />}
    </div>;
}

const cancel = (): string => nls.localize('earshot/training/dialog/cancel', 'Cancel');

interface ReasonDialogProps { readonly title: string; readonly label: string; readonly help: string; readonly button: string; readonly busy: boolean; readonly error: unknown; onClose(): void; onGive(reason: string): void }

/** Asks why. */
export function ReasonDialog({ title, label, help, button, busy, error, onClose, onGive }: ReasonDialogProps): React.ReactElement {
    const [reason, setReason] = React.useState('');
    const submit = (): void => { if (reason.trim()) { onGive(reason.trim()); } };
    return <Dialog title={title} size='small' onClose={onClose} onSubmit={submit} footer={<><Button onClick={onClose}>{cancel()}</Button><Button variant='primary' disabled={!reason.trim()} busy={busy} onClick={submit}>{button}</Button></>}>
        <FormErrors error={error} />
        <Field label={label} required help={help}><TextArea value={reason} onChange={setReason} rows={4} maxLength={2000} autoFocus /></Field>
    </Dialog>;
}

/** The beginning of a day where the person is. */
const momentOf = (day: string | null): Date | undefined => {
    const [year, month, date] = (day ?? '').split('-').map(Number);
    return year && month && date ? new Date(year, month - 1, date) : undefined;
};

function DayDialog({ busy, onClose, onChoose }: { readonly busy: boolean; onClose(): void; onChoose(effectiveAt: string): void }): React.ReactElement {
    const [day, setDay] = React.useState<string | null>(null);
    const moment = momentOf(day);
    const problem = moment && moment.getTime() <= Date.now() ? nls.localize('earshot/training/schedule/past', 'Choose a day that is still to come.') : undefined;
    const submit = (): void => { if (moment && !problem) { onChoose(moment.toISOString()); } };
    return <Dialog title={nls.localize('earshot/training/schedule/title', 'Choose the day')} size='small' onClose={onClose} onSubmit={submit} footer={<><Button onClick={onClose}>{cancel()}</Button><Button variant='primary' disabled={!moment || problem !== undefined} busy={busy} onClick={submit}>{nls.localize('earshot/training/schedule/do', 'Schedule')}</Button></>}>
        <Field label={nls.localize('earshot/training/schedule/day', 'Takes effect on')} required error={problem} help={nls.localize('earshot/training/schedule/help', 'At the beginning of that day. Until then people can read it beforehand and see that it is not in effect yet.')}><DateField value={day} onChange={setDay} /></Field>
    </Dialog>;
}

const RetireDialog = ({ busy, onClose, onRetire }: { readonly busy: boolean; onClose(): void; onRetire(): void }): React.ReactElement =>
    <Dialog title={nls.localize('earshot/training/retire/title', 'Make the document obsolete')} size='small' onClose={onClose} onSubmit={onRetire} footer={<><Button onClick={onClose}>{cancel()}</Button><Button variant='danger' busy={busy} onClick={onRetire}>{nls.localize('earshot/training/retire/do', 'Make obsolete')}</Button></>}>
        <p>{nls.localize('earshot/training/retire/text', 'Nobody is to work by it any more: it leaves the catalogue and the search, and who opens it by an old link sees that it is obsolete. What people have acknowledged is kept.')}</p>
    </Dialog>;
