import { type ImportColumn, readHeading } from '../../common/people/import-columns';
import type { ImportLine } from '../../common/people/people-import';
import { invalid } from '../api/failure';
import { DelimitedFailure, type DelimitedRecord, readDelimited } from '../files/read-delimited';

const mostLines = 5000;
const longestLine = 10_000;

/**
 * Reads a file of people: comma, semicolon or tab between the cells, with or without a byte order mark.
 * @throws INVALID at path `csv`: 'not-utf8', 'malformed' (with the line), 'empty', 'too-many-lines', 'unknown-column', 'duplicate-column', 'missing-column'.
 */
export function readPeopleCsv(csv: string): readonly ImportLine[] {
    if (looksMisread(csv)) {
        throw problem('not-utf8');
    }
    const [heading, ...records] = readRecords(csv);
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

function readRecords(text: string): readonly DelimitedRecord[] {
    try {
        return readDelimited(text, longestLine);
    } catch (error) {
        throw error instanceof DelimitedFailure ? problem('malformed', { line: error.line }) : error;
    }
}

const problem = (code: string, detail?: Record<string, unknown>) => invalid([{ path: 'csv', code, detail }]);
