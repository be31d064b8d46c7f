import { basename, extname, isAbsolute, join } from 'node:path';
import { formatOfName } from '@earshot/media/lib/common/recording/headerless-format';
import { parse } from 'csv-parse/sync';

/** One call to import: the files, and the fields of an interaction as text. */
export interface ManifestCall { readonly line: number; readonly file: string; readonly secondFile?: string; readonly fields: Readonly<Record<string, string>> }
export interface ManifestProblem { readonly line: number; readonly message: string }

/** Column headings that are understood, in any case, with the field that they fill. */
const headings: Readonly<Record<string, string>> = {
    file: 'file', audio: 'file', 文件: 'file', 檔案: 'file', file2: 'file2', audio2: 'file2', 客户声道: 'file2', 客戶聲道: 'file2',
    call_id: 'callId', callid: 'callId', id: 'callId', 通话编号: 'callId', 通話編號: 'callId', started_at: 'startedAt', start: 'startedAt', 开始时间: 'startedAt', 開始時間: 'startedAt',
    agent: 'agent', agent_id: 'agent', 坐席: 'agent', 座席: 'agent', queue: 'queue', 技能组: 'queue', 技能組: 'queue', direction: 'direction', 方向: 'direction',
    customer_number: 'customerNumber', customer: 'customerNumber', 客户号码: 'customerNumber', 客戶號碼: 'customerNumber', tags: 'tags', 标签: 'tags', 標籤: 'tags', format: 'format', 格式: 'format'
};
export const audioEndings = new Set(['.wav', '.mp3', '.flac', '.ogg', '.opus', '.webm', '.amr', '.awb', '.gsm', '.g722', '.m4a', '.g729']);

/**
 * Reads a CSV manifest: a heading line, then one call a line. A time without zone is taken as this machine's.
 * @param folder against which relative file names are read.
 * @returns the calls that can be imported, and for every other line what is wrong with it.
 */
export function readManifest(text: string, folder: string): { readonly calls: readonly ManifestCall[]; readonly problems: readonly ManifestProblem[] } {
    const rows = parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true, info: true, delimiter: [',', ';', '\t'] }) as unknown as { record: string[]; info: { lines: number } }[];
    const [first, ...rest] = rows;
    const columns = (first?.record ?? []).map(each => headings[each.toLowerCase().replace(/[ -]/g, '_')]);
    if (!columns.includes('file')) {
        return { calls: [], problems: [{ line: 1, message: `The first line must name the columns, and one of them must be "file". Understood: ${[...new Set(Object.values(headings))].join(', ')}.` }] };
    }
    const calls: ManifestCall[] = [];
    const problems: ManifestProblem[] = [];
    for (const { record, info: { lines: line } } of rest) {
        const fields = Object.fromEntries(record.flatMap((value, place) => columns[place] && value ? [[columns[place], value]] : []));
        const { file, file2, startedAt, ...others } = fields;
        const started = new Date(startedAt ?? '');
        if (!file) {
            problems.push({ line, message: 'No file is named.' });
        } else if (Number.isNaN(started.getTime())) {
            problems.push({ line, message: `The start "${startedAt ?? ''}" is not a time such as 2026-11-18 14:03:22 or 2026-11-18T06:03:22Z.` });
        } else {
            calls.push({ line, file: inFolder(folder, file), ...(file2 ? { secondFile: inFolder(folder, file2) } : {}), fields: { callId: nameOf(file), ...formatField(file), ...others, startedAt: started.toISOString() } });
        }
    }
    return { calls, problems };
}

/** What can be said of a recording without a manifest: its name, and when it was last written. */
export const callFromFile = (file: string, modified: Date): ManifestCall => ({ line: 0, file, fields: { callId: nameOf(file), ...formatField(file), startedAt: modified.toISOString() } });

/** For files that have no header, what their name promises; the column `format` knows better. */
const formatField = (file: string): Readonly<Record<string, string>> => {
    const format = formatOfName(file);
    return format ? { format } : {};
};
const nameOf = (file: string): string => basename(file, extname(file));
const inFolder = (folder: string, file: string): string => isAbsolute(file) ? file : join(folder, file);
