import type { CellValue } from '@earshot/core/lib/common/export/csv-text';
import type { FileFormat, TableFile } from '@earshot/core/lib/common/export/table-file';
import { caller } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { sendTable } from '@earshot/core/lib/node/export/send-table';
import { readJson } from '@earshot/core/lib/node/http/read-json';
import { localized } from '@earshot/forms';
import { reportFileRequest, type ReportFileRequest, reportStreams } from '../../common/report/report-contract';
import type { ColumnKind, ReportCell, ReportTable } from '../../common/report/report-table';
import type { ReportService } from './report-service';

/** Answers with a report as a file, in the words of the reader, and notes that it has left the house. */
export const reportFileHandler = (reports: ReportService): StreamHandler => async (request, response, context) => {
    const principal = caller(context);
    const { format, name, language, titles, words, ...query } = readRequest(await readJson(request, response, reportStreams.reportFile.maxBytes!));
    const table = await reports.read(principal, String(request.params.report), query);
    await reports.exported(principal, table.report, { format, rows: table.rows.length });
    await sendTable(response, fileOf(table, { name, language, titles, words, timeZone: query.timeZone }), format);
};

/** @throws INVALID naming what needs correcting. */
function readRequest(body: unknown): ReportFileRequest {
    const read = reportFileRequest.safeParse(body);
    if (!read.success) {
        throw invalid(read.error.issues.map(each => ({ path: each.path.join('.'), code: 'not-valid' })));
    }
    return read.data;
}

const formats: Readonly<Record<ColumnKind, FileFormat>> = {
    text: 'text', localized: 'text', code: 'text', id: 'text', count: 'whole', number: 'number', percent: 'share', share: 'share', points: 'number', signed: 'number', minutes: 'number', day: 'day', moment: 'moment'
};

/** A report as a table of a file: percentages as shares, texts in one language, codes in words; ids, which nobody reads, stay behind. */
export function fileOf({ columns, rows }: ReportTable, { name, language, titles, words, timeZone }: Pick<ReportFileRequest, 'name' | 'language' | 'titles' | 'words' | 'timeZone'>): TableFile {
    const shown = columns.filter(each => each.kind !== 'id');
    const value = (cell: ReportCell | undefined, kind: ColumnKind): CellValue => cell === null || cell === undefined ? null
        : typeof cell === 'object' ? localized(cell, language)
            : typeof cell === 'number' ? kind === 'percent' ? cell / 100 : cell
                : kind === 'code' ? cell.split(' ').map(each => words[each] ?? each).join('; ') : cell;
    return {
        name, timeZone, columns: shown.map(each => ({ title: titles[each.id] ?? each.id, format: formats[each.kind] })),
        rows: rows.map(row => shown.map(each => value(row[each.id], each.kind)))
    };
}
