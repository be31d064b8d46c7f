import { describe, expect, it } from 'vitest';
import { callFromFile, readManifest } from './call-manifest';

describe('a manifest of calls', () => {
    it('reads headings in any language and order, with a byte order mark and semicolons', () => {
        const { calls, problems } = readManifest('\uFEFF開始時間;檔案;Agent;标签\n2026-11-18T06:03:22Z;a/x.wav;1042;"投诉,账单"\n', '/calls');
        expect(problems).toEqual([]);
        expect(calls).toEqual([{ line: 2, file: '/calls/a/x.wav', fields: { callId: 'x', startedAt: '2026-11-18T06:03:22.000Z', agent: '1042', tags: '投诉,账单' } }]);
    });
    it('keeps the good lines and says what is wrong with the others', () => {
        const { calls, problems } = readManifest('file,file2,start,call_id\nx.wav,y.wav,2026-11-18T06:03:22Z,A-1\n,,2026-11-18,\nz.wav,,yesterday,\n', '/calls');
        expect(calls).toEqual([{ line: 2, file: '/calls/x.wav', secondFile: '/calls/y.wav', fields: { callId: 'A-1', startedAt: '2026-11-18T06:03:22.000Z' } }]);
        expect(problems.map(each => each.line)).toEqual([3, 4]);
        expect(problems[1]!.message).toContain('yesterday');
    });
    it('takes sound without a header for what the column or the ending says', () => {
        const { calls } = readManifest('file,start,格式\nx.raw,2026-11-18T06:03:22Z,mulaw\ny.g722,2026-11-18T06:03:22Z,\nz.g722,2026-11-18T06:03:22Z,pcm16\nw.wav,2026-11-18T06:03:22Z,\n', '/calls');
        expect(calls.map(each => each.fields.format)).toEqual(['mulaw', 'g722', 'pcm16', undefined]);
        expect(callFromFile('/calls/a.gsm', new Date(0)).fields.format).toBe('gsm');
    });
    it('refuses a file without headings', () => {
        expect(readManifest('x.wav,2026-11-18\n', '/').problems[0]!.message).toContain('"file"');
        expect(readManifest('', '/').problems).toHaveLength(1);
    });
    it('names a call without a manifest after its file', () => {
        expect(callFromFile('/calls/auto-40.wav', new Date(0)).fields).toEqual({ callId: 'auto-40', startedAt: '1970-01-01T00:00:00.000Z' });
    });
});
