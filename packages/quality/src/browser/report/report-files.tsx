import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ApiService, useChange, useService } from '@earshot/core/lib/browser/application';
import { Button, Menu, saveBlob } from '@earshot/core/lib/browser/widgets';
import type { ReportId } from '../../common/report/report-contract';
import type { ReportInput } from './report-view';
import { codeTexts, fileTitles, tabText } from './report-words';

export interface ReportFilesProps {
    /** What the open page can give as files, by its name there. */
    readonly reports: readonly { readonly id: ReportId; readonly title: string; readonly input: ReportInput }[];
}

/** Takes reports out of the house: as a file for a spreadsheet, or on paper. */
export function ReportFiles({ reports }: ReportFilesProps): React.ReactElement {
    const api = useService(ApiService);
    const save = useChange<{ readonly format: 'csv' | 'xlsx'; readonly report: ReportFilesProps['reports'][number] }, void>({
        run: async ({ format, report: { id, title, input } }) => {
            const name = `${title} ${new Date().toISOString().slice(0, 10)}`;
            const answer = await api.stream(`/quality/reports/${id}/file`, {
                method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...input, format, name, language: nls.locale ?? 'en', titles: fileTitles(), words: codeTexts() })
            });
            saveBlob(`${name}.${format}`, await answer.blob());
        },
        done: () => nls.localize('earshot/quality/reports/saved', 'The file is saved. The export is noted in the audit log.')
    });
    return <Menu alignment='end' label={nls.localize('earshot/quality/reports/export', 'Export')} items={[
        ...reports.flatMap(report => [
            { kind: 'heading' as const, label: report.title },
            { label: nls.localize('earshot/quality/reports/xlsx', 'Spreadsheet (XLSX)'), icon: 'table', run: () => save.mutate({ format: 'xlsx', report }) },
            { label: nls.localize('earshot/quality/reports/csv', 'Plain table (CSV)'), icon: 'list-flat', run: () => save.mutate({ format: 'csv', report }) }
        ]),
        { kind: 'separator' },
        { label: nls.localize('earshot/quality/reports/print', 'Print or save as PDF…'), icon: 'file-pdf', run: () => window.print() }
    ]}><Button icon='export' busy={save.isPending}>{nls.localize('earshot/quality/reports/export', 'Export')}</Button></Menu>;
}

export const reportTitles: Readonly<Record<ReportId, () => string>> = {
    trend: () => tabText('trend'), people: () => tabText('people'), questions: () => tabText('questions'), critical: () => tabText('critical'), evaluators: () => tabText('evaluators'), severity: () => tabText('severity'), disputes: () => tabText('disputes'),
    detection: () => nls.localize('earshot/quality/reports/detection', 'Detection against the expert')
};
