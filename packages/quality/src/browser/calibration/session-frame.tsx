import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, formatList, formatNumber, IconButton, Menu, Notice, Page, RelativeTime } from '@earshot/core/lib/browser/widgets';
import { type CalibrationAction, possibleCalibrationActions } from '../../common/calibration/calibration-state';
import { qualityContract } from '../../common/quality-contract';
import { actionWords, CalibrationBadge } from './calibration-words';
import { SessionSheet } from './session-sheet';
import type { CalibrationSession } from './use-calibrations';

/** Head of a session: what it is, in which state, and what its lead can do next. */
export function SessionFrame({ session, children }: { readonly session: CalibrationSession; readonly children: React.ReactNode }): React.ReactElement {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const mayLead = useSession().may('calibration:lead');
    const [asking, setAsking] = React.useState<CalibrationAction>();
    const [changing, setChanging] = React.useState(false);
    const discard = useChange({
        run: () => client.calibrations.discard({ id: session.id }), invalidates: [['calibration', 'list']],
        done: () => nls.localize('earshot/quality/calibration/discarded', 'The session is discarded.'), then: () => void navigate('/quality/calibrations')
    });
    const changeable = session.state === 'draft' || session.state === 'open';
    return <Page title={session.title} back={{ to: '/quality/calibrations', label: nls.localize('earshot/quality/calibrations/title', 'Calibration') }}
        subtitle={<span className='q-session-facts'>
            <CalibrationBadge state={session.state} />
            <span>{nls.localize('earshot/quality/calibration/form-version', '{0}, version {1}', formText(session.formTitle), session.formNumber)}</span>
            <span className='e-figures'>{nls.localize('earshot/quality/calibration/size', 'Calls: {0}, raters: {1}, tolerance: ±{2} points', session.calls, session.raters, formatNumber(session.tolerance, 1))}</span>
            {session.dueAt && changeable && <span>{nls.localize('earshot/quality/calibration/due-when', 'due')} <RelativeTime moment={session.dueAt} /></span>}
        </span>}
        actions={mayLead && <>
            {possibleCalibrationActions(session.state).map(action => {
                const { label, icon } = actionWords(action);
                return <Button key={action} variant='primary' icon={icon} onClick={() => setAsking(action)}>{label}</Button>;
            })}
            {changeable && <Menu alignment='end' label={nls.localize('earshot/quality/evaluate/more', 'More')} items={[
                { label: nls.localize('earshot/quality/calibration/change', 'Change…'), icon: 'edit', run: () => setChanging(true) },
                ...session.state === 'draft' ? [{ label: nls.localize('earshot/quality/calibration/discard', 'Discard this session'), icon: 'trash', danger: true, run: () => discard.mutate(undefined) }] : []
            ]}><IconButton icon='ellipsis' label={nls.localize('earshot/quality/evaluate/more', 'More')} /></Menu>}
        </>}>
        {children}
        {asking && <ActionDialog session={session} action={asking} onClose={() => setAsking(undefined)} />}
        {changing && <SessionSheet session={session} onClose={() => setChanging(false)} onDone={() => { /* stays here */ }} />}
    </Page>;
}

/** None of these steps can be taken back, so each is asked for. */
function ActionDialog({ session, action, onClose }: { readonly session: CalibrationSession; readonly action: CalibrationAction; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const { title, label, consequence, done } = actionWords(action);
    const act = useChange({ run: () => client.calibrations.act({ id: session.id, version: session.version, action }), invalidates: [['calibration'], ['evaluation']], done: () => done, then: onClose });
    const late = action === 'close' ? session.panel.filter(each => each.submitted < session.calls).map(each => each.name) : [];
    return <Dialog size='small' title={title} onClose={onClose} onSubmit={() => act.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={act.isPending}>{label}</Button>
    </>}>
        <p>{consequence}</p>
        {late.length > 0 && <Notice tone='caution'>{nls.localize('earshot/quality/calibration/late', 'Not finished yet: {0}. Their missing ratings stay missing.', formatList(late))}</Notice>}
    </Dialog>;
}
