import { type CellValue, plainText } from '../../common/export/csv-text';

export { type CellValue, toCsv } from '../../common/export/csv-text';

/** Rows for the clipboard: tabs between cells, as spreadsheets paste them. */
export const toClipboard = (rows: readonly (readonly CellValue[])[]): string =>
    rows.map(row => row.map(each => plainText(each).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

/** Gives a text to the person as a file. */
export const download = (name: string, text: string, type = 'text/csv;charset=utf-8'): void => saveBlob(name, new Blob([text], { type }));

/** Gives bytes to the person as a file. */
export function saveBlob(name: string, bytes: Blob): void {
    const url = URL.createObjectURL(bytes);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
