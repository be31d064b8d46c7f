import { DelimitedFailure, type DelimitedRecord, readDelimited } from '@earshot/core/lib/node/files/read-delimited';
import { type Author, longestMessage, longestTranscript, mostMessages, type ReadingProblem, type WrittenMessage } from '../../common/conversation/conversation-contract';

export interface ReadConversation { readonly messages: readonly WrittenMessage[]; readonly problems: readonly ReadingProblem[] }
interface Piece { readonly line: number; readonly at: unknown; readonly author: unknown; readonly name: unknown; readonly text: unknown }

/** What columns and fields are called, in lower case without spaces, hyphens and underscores. */
const called: Readonly<Record<'at' | 'author' | 'name' | 'text', readonly string[]>> = {
    at: ['at', 'time', 'timestamp', 'date', 'datetime', 'sentat', 'createdat', '时间', '時間', '发送时间', '發送時間', '傳送時間'],
    author: ['author', 'role', 'from', 'sender', 'sendertype', 'participant', '角色', '发送方', '發送方', '傳送方', '身份', '身分'],
    name: ['name', 'sendername', 'authorname', '姓名', '名称', '名稱', '暱稱', '昵称'],
    text: ['text', 'body', 'message', 'content', '内容', '內容', '消息', '訊息', '讯息']
};
const roles: Readonly<Record<Author, readonly string[]>> = {
    agent: ['agent', 'operator', 'advisor', 'adviser', 'rep', 'representative', 'support', 'staff', '坐席', '座席', '客服', '客服人员', '客服人員', '专员', '專員'],
    customer: ['customer', 'client', 'visitor', 'user', 'enduser', 'consumer', '客户', '客戶', '顾客', '顧客', '访客', '訪客', '用户', '用戶', '使用者'],
    system: ['system', 'bot', 'chatbot', 'robot', 'automation', '系统', '系統', '机器人', '機器人']
};
const plain = (text: string): string => text.trim().toLowerCase().replace(/[\s_-]/g, '');
const keyOf = (heading: string): keyof typeof called | undefined => (Object.keys(called) as (keyof typeof called)[]).find(key => called[key].includes(plain(heading)));
const authorOf = (text: unknown): Author | undefined => typeof text === 'string' ? (Object.keys(roles) as Author[]).find(role => roles[role].includes(plain(text))) : undefined;

/** Seconds or milliseconds since the epoch, or a date; a time without zone is taken as this machine's. */
function momentOf(value: unknown): string | undefined {
    const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{10}(\d{3})?(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
    const date = number !== undefined ? new Date(number < 1e11 ? number * 1000 : number) : typeof value === 'string' && /\d{4}\D\d{1,2}\D\d{1,2}/.test(value) ? new Date(value.trim().replace(/\//g, '-')) : undefined;
    return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/**
 * Reads the messages of one conversation: JSON (a list, or an object with a list named `messages`), or CSV with a line of
 * headings; times, roles and texts under the names usual in exports, in English and Chinese. What is not understood is
 * named with its line (in JSON its place in the list), and the rest is kept.
 */
export function readConversation(text: string): ReadConversation {
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    const pieces = /^[[{]/.test(trimmed) ? piecesOfJson(trimmed) : piecesOfCsv(trimmed);
    if (!Array.isArray(pieces)) {
        return { messages: [], problems: [pieces as ReadingProblem] };
    }
    const messages: WrittenMessage[] = [];
    const problems: ReadingProblem[] = [];
    for (const piece of (pieces as readonly Piece[]).slice(0, mostMessages)) {
        const read = messageOf(piece);
        if ('code' in read) {
            problems.push(read);
        } else {
            messages.push(read);
        }
    }
    if (pieces.length > mostMessages) {
        problems.push({ line: (pieces as readonly Piece[])[mostMessages]!.line, code: 'too-many', value: String(mostMessages) });
    }
    return { messages, problems: pieces.length === 0 ? [{ line: 1, code: 'no-messages' }] : problems };
}

function messageOf({ line, at, author, name, text }: Piece): WrittenMessage | ReadingProblem {
    const moment = momentOf(at);
    const role = authorOf(author);
    const said = typeof text === 'string' ? text.trim() : '';
    if (!moment) {
        return { line, code: 'time-unknown', value: shown(at) };
    }
    if (!role) {
        return { line, code: 'author-unknown', value: shown(author) };
    }
    return said === '' ? { line, code: 'text-missing' } : said.length > longestMessage ? { line, code: 'text-too-long', value: String(longestMessage) }
        : { at: moment, author: role, name: typeof name === 'string' && name.trim() ? name.trim().slice(0, 200) : null, text: said };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)).slice(0, 60);

function piecesOfJson(text: string): readonly Piece[] | ReadingProblem {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return { line: 1, code: 'not-json' };
    }
    const list = Array.isArray(value) ? value as unknown[] : (value as { messages?: unknown }).messages;
    if (!Array.isArray(list)) {
        return { line: 1, code: 'no-messages' };
    }
    return list.map((each: unknown, place): Piece => {
        const fields = new Map(Object.entries(each !== null && typeof each === 'object' ? each : {}).flatMap(([name, field]) => {
            const key = keyOf(name);
            return key ? [[key, field as unknown] as const] : [];
        }));
        return { line: place + 1, at: fields.get('at'), author: fields.get('author'), name: fields.get('name'), text: fields.get('text') };
    });
}

function piecesOfCsv(text: string): readonly Piece[] | ReadingProblem {
    let rows: readonly DelimitedRecord[];
    try {
        rows = readDelimited(text, longestTranscript, true);
    } catch (error) {
        if (error instanceof DelimitedFailure) {
            return { line: 1, code: 'columns-unknown' };
        }
        throw error;
    }
    const headings = rows[0]?.cells ?? [];
    const columns = headings.map(keyOf);
    if (!columns.includes('at') || !columns.includes('author') || !columns.includes('text')) {
        return { line: 1, code: 'columns-unknown', value: shown(headings.join(', ')) };
    }
    const field = (cells: readonly string[], key: keyof typeof called): string | undefined => cells[columns.indexOf(key)];
    return rows.slice(1).map(({ cells, line }): Piece => ({ line, at: field(cells, 'at'), author: field(cells, 'author'), name: field(cells, 'name'), text: field(cells, 'text') }));
}
