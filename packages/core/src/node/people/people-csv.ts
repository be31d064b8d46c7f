import { CsvError, parse } from 'csv-parse/sync';
import { type ImportColumn, readHeading } from '../../common/people/import-columns';
import type { ImportLine } from '../../common/people/people-import';
import { invalid } from '../api/failure';

const mostLines = 5000;
const longestLine = 10_000;

/**
 * Reads a file of people: comma, semicolon or tab between the cells, with or without a byte order mark.
 * @throws INVALID at path `csv`: 'not-utf8', 'malformed' (with the line), 'empty', 'too-many-lines', 'unknown-column', 'duplicate-column', 'missing-column'.
 */
export function readPeopleCsv(csv: string): readonly ImportLine[] {
    const text = csv.replace(/^\uFEFF/, '');
    if (looksMisread(text)) {
        throw problem('not-utf8');
    }
    const [heading, ...records] = readRecords(text);
    if (!heading || !records.length) {
        throw problem('empty');
    }
    if (records.length > mostLines) {
        throw problem('too-many-lines', { most: mostLines, lines: records.length });
    }
    const read = readHeading(heading.cells);
    if ('problems' in read) {
        throw invalid(read.problems.map(({ code, column }) => ({ path: 'csv', code, detail: { column } })));
    }
    return records.map(({ cells, line }) => ({
        line, cells: Object.fromEntries(read.columns.map((column, index) => [column, cells[index] ?? ''])) as Record<ImportColumn, string>,
        ...cells.length !== read.columns.length && { columnCountWrong: true }
    }));
}

/** The sign that takes the place of bytes that are no UTF-8, or the look of Chinese text that was read as Western European. */
const looksMisread = (text: string): boolean => text.includes('\uFFFD') || /[\u0080-\u009F]/.test(text) || /[À-ÿ]{4}/.test(text.split('\n', 1)[0]!);

function readRecords(text: string): readonly { readonly cells: readonly string[]; readonly line: number }[] {
    const [first = ''] = text.split('\n', 1);
    const delimiter = ['\t', ';', ','].reduce((best, each) => first.split(each).length > first.split(best).length ? each : best);
    try {
        const records = parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true, max_record_size: longestLine });
        // csv-parse counts the lines it has read: a record that spans several ends at the line it names.
        return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) =>
            ({ cells: record, line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) }));
    } catch (error) {
        throw error instanceof CsvError ? problem('malformed', { line: Number((error as unknown as { lines?: number }).lines ?? 0) }) : error;
    }
}

const problem = (code: string, detail?: Record<string, unknown>) => invalid([{ path: 'csv', code, detail }]);
