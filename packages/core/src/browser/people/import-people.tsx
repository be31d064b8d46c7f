import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { coreContract } from '../../common/core-contract';
import { importColumns } from '../../common/people/import-columns';
import { useChange } from '../application/change';
import { useClient, useErrorText } from '../application/context';
import { Button } from '../widgets/button';
import { Dialog } from '../widgets/dialog';
import { FormErrors } from '../widgets/field';
import { FileDrop } from '../widgets/file-drop';
import { formatNumber } from '../widgets/format';
import { Badge, Notice, type Tone } from '../widgets/notice';
import { download, toCsv } from '../widgets/table-text';
import { ImportLinks } from './import-links';

type Report = Awaited<ReturnType<ReturnType<typeof useImport>['run']>>;
type Outcome = Report['rows'][number]['outcome'];
const tones: Readonly<Record<Outcome, Tone>> = { new: 'good', changed: 'accent', unchanged: 'neutral', invalid: 'critical' };
/** How many lines the report shows; it says how many more there are. */
const SHOWN = 200;

const outcomeName = (outcome: Outcome): string => ({
    new: nls.localize('earshot/core/people-import/new', 'new'), changed: nls.localize('earshot/core/people-import/changed', 'changed'),
    unchanged: nls.localize('earshot/core/people-import/unchanged', 'unchanged'), invalid: nls.localize('earshot/core/people-import/invalid', 'to be corrected')
})[outcome];

const columnName = (column: string): string => ({
    name: nls.localize('earshot/core/people/name', 'Name'), login: nls.localize('earshot/core/people/login', 'Login name'), employeeNumber: nls.localize('earshot/core/people/employee-number', 'Employee number'),
    email: nls.localize('earshot/core/people/email', 'E-mail'), team: nls.localize('earshot/core/people/team', 'Team'), position: nls.localize('earshot/core/people/position', 'Position'),
    joinedOn: nls.localize('earshot/core/people/joined-on', 'Joined on'), roles: nls.localize('earshot/core/people/roles', 'Roles')
})[column] ?? column;

function useImport() {
    const client = useClient(coreContract);
    return { run: (csv: string, dryRun: boolean) => client.people.importCsv({ csv, dryRun }) };
}

/** Imports people from a file: first a dry run that says what would happen, then the import itself. */
export function ImportPeople({ onClose }: { onClose(): void }): React.ReactElement {
    const { run } = useImport();
    const { problems } = useErrorText();
    const [file, setFile] = React.useState<{ readonly name: string; readonly csv: string }>();
    const dryRun = useChange({ run: (csv: string) => run(csv, true), failures: 'form' });
    const apply = useChange({
        run: (csv: string) => run(csv, false), invalidates: [['person'], ['team'], ['position'], ['role']], failures: 'form', then: ({ invitations }) => invitations.length || onClose(),
        done: ({ counts }) => nls.localize('earshot/core/people-import/done', 'Added: {0}, changed: {1}.', formatNumber(counts.new), formatNumber(counts.changed))
    });
    const take = async (chosen: File | undefined): Promise<void> => {
        if (chosen) {
            const csv = await chosen.text();
            setFile({ name: chosen.name, csv });
            apply.reset();
            dryRun.mutate(csv);
        }
    };
    const report = dryRun.data;
    const useful = report ? report.counts.new + report.counts.changed : 0;
    if (apply.data?.invitations.length) {
        return <ImportLinks key='links' rows={apply.data.rows} invitations={apply.data.invitations} onClose={onClose} />;
    }
    return <Dialog size='large' title={nls.localize('earshot/core/people-import/title', 'Import people')} onClose={onClose} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!report || useful === 0 || report.counts.invalid > 0} busy={apply.isPending} onClick={() => file && apply.mutate(file.csv)}>
            {useful ? nls.localize('earshot/core/people-import/apply-count', 'Import ({0})', formatNumber(useful)) : nls.localize('earshot/core/people-import/apply', 'Import')}
        </Button>
    </>}>
        <p>{nls.localize('earshot/core/people-import/text', 'People are recognised by their login name. Nothing is changed before you have seen what would happen.')}</p>
        <FileDrop label={nls.localize('earshot/core/people-import/file', 'CSV file')} choose={nls.localize('earshot/core/people-import/choose', 'Choose a CSV file')} drop={nls.localize('earshot/core/people-import/drop', 'or drop it here')}
            chosen={file?.name} accept='.csv,text/csv,text/plain' busy={dryRun.isPending} onFiles={([first]) => void take(first)}>
            <Button variant='quiet' small icon='desktop-download' onClick={() => download('people-template.csv', toCsv(importColumns, []))}>{nls.localize('earshot/core/people-import/template', 'Template')}</Button>
        </FileDrop>
        <FormErrors error={apply.error ?? dryRun.error} />
        {report && <>
            <div className='e-import-counts' role='status'>{(['new', 'changed', 'unchanged', 'invalid'] as const).map(each => <Badge key={each} tone={report.counts[each] ? tones[each] : 'neutral'}>{formatNumber(report.counts[each])} {outcomeName(each)}</Badge>)}</div>
            {report.counts.invalid > 0 && <Notice tone='caution'>{nls.localize('earshot/core/people-import/correct-first', 'Correct the marked lines in the file and choose it again. Nothing is imported as long as one line is wrong.')}</Notice>}
            <div className='e-import-rows' tabIndex={0} role='region' aria-label={nls.localize('earshot/core/people-import/report', 'What would happen')}>
                <table className='e-plain-table'>
                    <thead><tr>
                        <th scope='col' className='e-numeric'>{nls.localize('earshot/core/people-import/line', 'Line')}</th><th scope='col'>{nls.localize('earshot/core/people-import/outcome', 'Outcome')}</th>
                        <th scope='col'>{nls.localize('earshot/core/people/name', 'Name')}</th><th scope='col'>{nls.localize('earshot/core/people/login', 'Login name')}</th><th scope='col'>{nls.localize('earshot/core/people-import/problems', 'What to correct')}</th>
                    </tr></thead>
                    <tbody>{[...report.rows].sort((one, other) => Number(other.outcome === 'invalid') - Number(one.outcome === 'invalid')).slice(0, SHOWN).map(row => <tr key={row.line}>
                        <td className='e-numeric'>{row.line}</td><td><Badge tone={tones[row.outcome]}>{outcomeName(row.outcome)}</Badge></td><td>{row.name}</td><td>{row.login}</td>
                        <td>{row.problems.map(each => <div key={each.column + each.code}>{[columnName(each.column), each.value && `“${each.value}”`].filter(Boolean).join(' ')} – {problems({ code: 'INVALID', data: { problems: [{ path: each.column, code: each.code, detail: { column: each.column } }] } })[0]?.text}</div>)}</td>
                    </tr>)}</tbody>
                </table>
                {report.rows.length > SHOWN && <p className='e-quiet'>{nls.localize('earshot/core/people-import/more', 'Further lines: {0}', formatNumber(report.rows.length - SHOWN))}</p>}
            </div>
        </>}
    </Dialog>;
}
