import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useStore, useToast, useUndo } from '@earshot/core/lib/browser/application';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, formatNumber, Page, Progress } from '@earshot/core/lib/browser/widgets';
import { ApplyToAll } from './apply-to-all';
import { FileDrop } from './file-drop';
import { countsOf, faultsOf, isEditable } from './import-list';
import { ImportRow } from './import-row';
import { useFilePicker } from './use-file-picker';
import { useImport } from './use-import';

const back = (): { readonly to: string; readonly label: string } => ({ to: '/quality/calls', label: nls.localize('earshot/quality/calls/title', 'Calls') });

/** Everything that is being imported: what it is, how far it is, and why something did not work. */
export default function ImportPage(): React.ReactElement {
    const service = useImport();
    const calls = useStore(service.calls);
    const counts = countsOf(calls);
    const navigate = useNavigate();
    const undo = useUndo();
    const toast = useToast();
    const { pick, input } = useFilePicker(service.add);
    const [joining, setJoining] = React.useState<string>();
    const ready = calls.filter(each => each.state.kind === 'editing' && faultsOf(each, calls).length === 0).length;
    const start = (): void => {
        const incomplete = counts.editing - ready;
        service.start();
        if (incomplete > 0) {
            toast(nls.localize('earshot/quality/import/incomplete', 'Some calls still need something ({0}); it is said beside them.', incomplete), { tone: 'caution' });
        }
    };
    const remove = (id: string): void => {
        const before = calls;
        const wasEditable = calls.some(each => each.id === id && isEditable(each));
        service.remove(id);
        if (wasEditable) {
            undo(nls.localize('earshot/quality/import/removed', 'Taken from the list.'), () => service.restore(before));
        }
    };
    const choose = <Button icon='add' onClick={pick}>{nls.localize('earshot/quality/import/add', 'Add files')}</Button>;
    return <Page title={nls.localize('earshot/quality/import/title', 'Import calls')} back={back()} actions={<>
        {counts.done + counts.known > 0 && counts.underWay === 0 && <Button variant='quiet' onClick={service.tidy}>{nls.localize('earshot/quality/import/tidy', 'Remove finished ones')}</Button>}
        {calls.length > 0 && choose}
        {counts.editing > 0
            ? <Button variant='primary' icon='cloud-upload' disabled={ready === 0} onClick={start}>{nls.localize('earshot/quality/import/start', 'Import ({0})', formatNumber(ready))}</Button>
            : counts.done > 0 && counts.underWay === 0 && <Button variant='primary' onClick={() => void navigate('/quality/calls')}>{nls.localize('earshot/quality/import/to-calls', 'Go to the calls')}</Button>}
    </>} subtitle={calls.length > 0 ? <ImportSummary /> : undefined}>
        {input}
        <FileDrop onFiles={service.add} />
        {calls.length === 0
            ? <EmptyState icon='cloud-upload' title={nls.localize('earshot/quality/import/none', 'Drop recordings here')} action={<Button variant='primary' icon='folder-opened' onClick={pick}>{nls.localize('earshot/quality/calls/choose', 'Choose recordings…')}</Button>}>
                <p>{nls.localize('earshot/quality/import/none-detail', 'Files or whole folders, anywhere on this page. Time and side of the call are read from their names where they are written there; two files of one call become its two sides.')}</p>
            </EmptyState>
            : <div className='q-import'>
                {counts.editing > 1 && <ApplyToAll count={counts.editing} onApply={service.changeAll} />}
                <ol className='q-import-list' aria-label={nls.localize('earshot/quality/import/list', 'Calls to import')}>
                    {calls.map(call => <ImportRow key={call.id} call={call} faults={faultsOf(call, calls)} joining={joining} onRemove={() => remove(call.id)}
                        onJoin={() => {
                            if (joining === undefined) {
                                setJoining(call.id);
                            } else {
                                if (joining !== call.id) {
                                    service.join(joining, call.id);
                                }
                                setJoining(undefined);
                            }
                        }} />)}
                </ol>
            </div>}
    </Page>;
}

/** "12 imported, 1 already there, 1 failed", with the progress of all while something is under way. */
function ImportSummary(): React.ReactElement {
    const calls = useStore(useImport().calls);
    const { done, known, failed, underWay, editing } = countsOf(calls);
    const parts = [
        ...editing ? [nls.localize('earshot/quality/import/count-editing', '{0} to check', formatNumber(editing))] : [],
        ...underWay ? [nls.localize('earshot/quality/import/count-under-way', '{0} under way', formatNumber(underWay))] : [],
        ...done ? [nls.localize('earshot/quality/import/count-done', '{0} imported', formatNumber(done))] : [],
        ...known ? [nls.localize('earshot/quality/import/count-known', '{0} already there', formatNumber(known))] : [],
        ...failed ? [nls.localize('earshot/quality/import/count-failed', '{0} failed', formatNumber(failed))] : []
    ];
    const finished = done + known + failed;
    const share = calls.reduce((sum, { state }) => sum + (state.kind === 'sending' ? state.share ?? 1 : 0), finished) / Math.max(1, finished + underWay);
    return <span className='q-import-summary'>
        <span role='status'>{parts.join(' · ')}</span>
        {underWay > 0 && <Progress value={share} label={nls.localize('earshot/quality/import/progress', 'Importing calls')} />}
    </span>;
}
