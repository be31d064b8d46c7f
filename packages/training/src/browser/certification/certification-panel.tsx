import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, Field, FormErrors, Icon, NumberField, SidePanel } from '@earshot/core/lib/browser/widgets';
import type { CertificationRow } from '../../common/certification/certification-contract';
import { trainingContract } from '../../common/training-contract';
import { reasonText, requirementText, stateIcon, stateTone } from './certification-words';
import { OwnCertificates } from '../certificate/own-certificates';
import { TranscriptLink } from '../transcript/transcript-link';
import { PlannedFor } from '../session/planned-for';
import { MayBadge } from './may-badge';

/** Why somebody may take calls or not, requirement by requirement; trainers sign and record here. */
export function CertificationPanel({ row, onClose }: { readonly row: CertificationRow; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const session = useSession();
    const position = row.positionId ? { positionId: row.positionId } : {}; // what is shown is what is signed for
    const mine = row.personId === session.person.id;
    const [percent, setPercent] = React.useState<number | null>(null);
    const [callId, setCallId] = React.useState(() => crypto.randomUUID()); // of the next call: pressed twice, or sent again, it counts once
    const signOff = useChange({ run: () => client.certification.signOff({ id: row.personId, ...position }), invalidates: [['certification'], ['certificate']], done: () => nls.localize('earshot/training/certification/signed', 'Signed off.') });
    const record = useChange({ run: () => client.certification.addSupervisedCall({ id: row.personId, ...position, callId, percent: percent! }), invalidates: [['certification'], ['certificate']], failures: 'form', done: () => nls.localize('earshot/training/certification/recorded', 'Recorded.'), then: () => { setPercent(null); setCallId(crypto.randomUUID()); } });
    const asks = (kind: string): boolean => row.standings.some(each => each.requirement.kind === kind);
    return <SidePanel title={row.personName} subtitle={[row.positionName, row.teamName].filter(Boolean).join(' · ')} onClose={onClose}
        footer={session.may('certification:sign') && !mine && asks('sign-off') && <Button variant='primary' icon='verified' busy={signOff.isPending} onClick={() => signOff.mutate(undefined)}>{nls.localize('earshot/training/certification/sign', 'Sign off')}</Button>}>
        <p><MayBadge row={row} /></p>
        <ul className='t-reasons'>{row.standings.map(each => <li key={each.requirement.id} data-tone={stateTone(each.state)}><Icon name={stateIcon(each.state)} /><div><strong>{requirementText(each)}</strong><p>{reasonText(each)}</p></div></li>)}</ul>
        {session.may('training-plan:read') && <PlannedFor personId={row.personId} />}
        {session.may('certification:sign') && !mine && asks('supervised-calls') && <form onSubmit={event => { event.preventDefault(); if (percent !== null) { record.mutate(undefined); } }}>
            <FormErrors error={record.error} />
            <Field label={nls.localize('earshot/training/certification/record', 'Record a supervised call: its score')}><NumberField value={percent} min={0} max={100} unit='%' onChange={setPercent} /></Field>
            <Button small type='submit' disabled={percent === null} busy={record.isPending}>{nls.localize('earshot/training/certification/record-do', 'Record')}</Button>
        </form>}
        <OwnCertificates row={row} />
        <div className='e-form-actions'><TranscriptLink personId={row.personId} /></div>
    </SidePanel>;
}
