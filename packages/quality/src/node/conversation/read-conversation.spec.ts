import { describe, expect, it } from 'vitest';
import { mostMessages } from '../../common/conversation/conversation-contract';
import { readConversation } from './read-conversation';

describe('a conversation in a file', () => {
    it('is read from CSV with headings in English or Chinese, with commas and line breaks in its texts', () => {
        const english = 'time,role,name,text\n2026-11-20T10:00:00Z,Customer,,"Hello, is anybody\nthere?"\n2026-11-20T10:00:30Z,agent,Ruth,Good morning.\n';
        expect(readConversation(english)).toEqual({
            messages: [{ at: '2026-11-20T10:00:00.000Z', author: 'customer', name: null, text: 'Hello, is anybody\nthere?' }, { at: '2026-11-20T10:00:30.000Z', author: 'agent', name: 'Ruth', text: 'Good morning.' }],
            problems: []
        });
        const chinese = '\uFEFF發送時間,身分,內容\n2026/11/20 10:00:00,客戶,請問年費可以減免嗎？\n2026/11/20 10:01:05,客服人員,您好，我來為您查詢。\n2026/11/20 10:01:06,機器人,感謝您的耐心等候\n';
        const { messages, problems } = readConversation(chinese);
        expect(problems).toEqual([]);
        expect(messages.map(each => each.author)).toEqual(['customer', 'agent', 'system']);
        expect(Date.parse(messages[1]!.at) - Date.parse(messages[0]!.at)).toBe(65_000);
    });
    it('keeps whole what is written with other separators and with quotes', () => {
        const { messages, problems } = readConversation('time,role,text\n2026-11-20T10:00:00Z,customer,I want it; now\tplease\n2026-11-20T10:00:05Z,agent,The "gold" card?\n');
        expect(problems).toEqual([]);
        expect(messages.map(each => each.text)).toEqual(['I want it; now\tplease', 'The "gold" card?']);
    });
    it('is read from JSON as a list or below "messages", with times in seconds or milliseconds', () => {
        expect(readConversation(JSON.stringify({ id: 7, messages: [{ timestamp: 1763632800, sender: 'visitor', body: 'Hi' }, { timestamp: 1763632805000, sender: 'Operator', senderName: 'Li', body: 'Hello' }] }))).toEqual({
            messages: [{ at: '2025-11-20T10:00:00.000Z', author: 'customer', name: null, text: 'Hi' }, { at: '2025-11-20T10:00:05.000Z', author: 'agent', name: 'Li', text: 'Hello' }], problems: []
        });
    });
    it('keeps what it understands, and names the lines it does not with why', () => {
        const { messages, problems } = readConversation('at;from;text\n2026-11-20 10:00:00;agent;Welcome\nyesterday;customer;Hi\n2026-11-20 10:00:09;cat;Miau\n2026-11-20 10:00:12;customer;\n2026-11-20 10:00:13;customer;' + 'x'.repeat(20_001));
        expect(messages.map(each => each.text)).toEqual(['Welcome']);
        expect(problems.map(({ line, code, value }) => [line, code, value])).toEqual([[3, 'time-unknown', 'yesterday'], [4, 'author-unknown', 'cat'], [5, 'text-missing', undefined], [6, 'text-too-long', '20000']]);
    });
    it('says what a file is not', () => {
        expect(readConversation('{"a": ').problems).toEqual([{ line: 1, code: 'not-json' }]);
        expect(readConversation('{"a": 1}').problems).toEqual([{ line: 1, code: 'no-messages' }]);
        expect(readConversation('[]').problems).toEqual([{ line: 1, code: 'no-messages' }]);
        expect(readConversation('[null, 7, "x"]').problems.map(each => each.code)).toEqual(['time-unknown', 'time-unknown', 'time-unknown']);
        expect(readConversation('who,what\na,b').problems).toMatchObject([{ line: 1, code: 'columns-unknown', value: 'who, what' }]);
        expect(readConversation('"unclosed,\n').problems[0]!.code).toBe('columns-unknown');
    });
    it('takes no more than it may, and says from where', () => {
        const rows = Array.from({ length: mostMessages + 5 }, (_, place) => ({ at: 1763632800 + place, author: 'agent', text: 'x' }));
        const { messages, problems } = readConversation(JSON.stringify(rows));
        expect(messages).toHaveLength(mostMessages);
        expect(problems).toEqual([{ line: mostMessages + 1, code: 'too-many', value: String(mostMessages) }]);
    });
});
