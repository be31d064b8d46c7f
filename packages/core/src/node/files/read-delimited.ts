import { CsvError, parse } from 'csv-parse/sync';

export interface DelimitedRecord { readonly cells: readonly string[]; /** The line of the file that it begins on; the first is 1. */ readonly line: number }
/** Why a file of records cannot be read. */
export class DelimitedFailure extends Error {
    constructor(readonly line: number) {
        super(`The file cannot be read from line ${line} on.`);
    }
}

const separators = [',', '\t', ';', '，', '|'] as const;

/**
 * Records of a text file: comma, tab, semicolon, full-width comma or bar between the cells, whichever its first line has most.
 *
 * @param relaxQuotes takes a quote inside of a cell that does not begin with one for what it is
 * @throws DelimitedFailure
 */
export function readDelimited(text: string, longestRecord = 500_000, relaxQuotes = false): readonly DelimitedRecord[] {
    const [first = ''] = text.split('\n', 1);
    const delimiter = separators.reduce((best, each) => first.split(each).length > first.split(best).length ? each : best);
    try {
        const records = parse(text, { delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true, max_record_size: longestRecord, relax_quotes: relaxQuotes });
        // The lines counted are those read so far: a record that spans several ends at the one it names.
        return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ cells: record, line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) }));
    } catch (error) {
        throw error instanceof CsvError ? new DelimitedFailure(Number((error as unknown as { lines?: number }).lines ?? 0)) : error;
    }
}
