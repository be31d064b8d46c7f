import { Comment, CommentRangeEnd, CommentRangeStart, Document, Footer, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attacks } from '@earshot/writing/lib/common/markdown/attacks';
import { renderMarkdown } from '@earshot/writing/lib/common/markdown/render-markdown';
import { outlineOf } from '../../common/document/clauses';
import { mostClauses } from '../../common/document/document-content';
import { documentFileLimits } from '../../common/document-import/document-import-contract';
import { longestText } from '../../common/document-import/imported-text';
import { readDocumentFile } from './read-document-file';

const heading = (text: string, level: typeof HeadingLevel[keyof typeof HeadingLevel]): Paragraph => new Paragraph({ text, heading: level });
const word = async (children: readonly (Paragraph | Table)[], more: Partial<ConstructorParameters<typeof Document>[0]> = {}): Promise<Buffer> => Packer.toBuffer(new Document({ ...more, sections: [{ children: [...children] }] }));
const clauses = (text: string) => outlineOf(text).clauses.map(each => `${each.number} ${each.title}`);
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const failure = (code: string) => expect.objectContaining({ code });

describe('a Word document', () => {
    it('becomes a text with a clause for each heading', async () => {
        const bytes = await word([
            heading('客户投诉处理流程', HeadingLevel.TITLE), heading('1 目的', HeadingLevel.HEADING_1), new Paragraph('统一处理标准。'), heading('2 受理', HeadingLevel.HEADING_1), heading('2.1 登记', HeadingLevel.HEADING_2),
            new Paragraph({ children: [new TextRun('两个工作日内'), new TextRun({ text: '必须', bold: true }), new TextRun('回复。')] }), new Table({ rows: [new TableRow({ children: ['级别', '时限'].map(each => new TableCell({ children: [new Paragraph(each)] })) }), new TableRow({ children: ['一般', '2 天'].map(each => new TableCell({ children: [new Paragraph(each)] })) })] })
        ]);
        const { title, text, left } = await readDocumentFile(bytes, 'draft 7.docx');
        expect([title, clauses(text), left]).toEqual(['客户投诉处理流程', ['1 目的', '2 受理', '2.1 登记'], []]);
        expect(text).toContain('两个工作日内**必须**回复。');
        expect(text).toContain('| 一般 | 2 天 |');
    });
    it('is one clause where it has no headings, called by its file', async () => {
        const { title, text } = await readDocumentFile(await word([new Paragraph('Say hello.')]), 'Inbound calls.docx');
        expect([title, text]).toEqual(['Inbound calls', '# Inbound calls\n\nSay hello.\n']);
    });
    it('says what is lost', async () => {
        const bytes = await Packer.toBuffer(new Document({
            comments: { children: [{ id: 0, children: [new Paragraph('Really?')] }] satisfies ConstructorParameters<typeof Comment>[0][] },
            sections: [{
                footers: { default: new Footer({ children: [new Paragraph('Page')] }) },
                children: [new Paragraph({ children: [new CommentRangeStart(0), new TextRun('Said'), new CommentRangeEnd(0), new ImageRun({ type: 'png', data: pixel, transformation: { width: 1, height: 1 } })] }),
                    new Table({ rows: [new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('wide')] })] }), new TableRow({ children: ['a', 'b'].map(each => new TableCell({ children: [new Paragraph(each)] })) })] })]
            }]
        }));
        expect((await readDocumentFile(bytes, 'a.docx')).left).toEqual(['pictures', 'headers', 'comments', 'merged-cells']);
    });
    it('is refused with what to do: protected, old, broken, no document at all, too much of it', async () => {
        const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
        await expect(readDocumentFile(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.docx')).rejects.toEqual(failure('word-encrypted'));
        await expect(readDocumentFile(compound, 'a.doc')).rejects.toEqual(failure('word-old'));
        await expect(readDocumentFile(Buffer.from('hello'), 'a.docx')).rejects.toEqual(failure('word-unreadable'));
        await expect(readDocumentFile(zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') }), 'a.docx')).rejects.toEqual(failure('word-unreadable'));
        await expect(readDocumentFile(zipSync({ 'word/document.xml': Buffer.alloc(documentFileLimits.word.fileBytes + 1, 32) }), 'a.docx')).rejects.toEqual(failure('document-file-too-large'));
        await expect(readDocumentFile(await word([]), 'a.docx')).rejects.toEqual(failure('document-file-empty'));
        await expect(readDocumentFile(await word([new Paragraph('a'.repeat(longestText + 1))]), 'a.docx')).rejects.toEqual(failure('document-file-too-long'));
    });
});

describe('a Markdown file', () => {
    it('is read in the encodings of a Chinese office', async () => {
        expect(await readDocumentFile(Buffer.from('\uFEFF# 开场\n\n您好', 'utf16le'), 'a.md')).toMatchObject({ title: '开场', text: '# 开场\n\n您好\n' });
        expect((await readDocumentFile(Buffer.from('23 20 bf aa b3 a1 0a 0a c4 fa ba c3 a3 ac c7 eb ce ca a1 a3'.replaceAll(' ', ''), 'hex'), 'a.md')).text).toBe('# 开场\n\n您好，请问。\n');
    });
    it('is refused where it is none, says nothing, or has too many clauses', async () => {
        await expect(readDocumentFile(new Uint8Array(), 'a.md')).rejects.toEqual(failure('document-file-empty'));
        await expect(readDocumentFile(Buffer.from('\n \n'), 'a.md')).rejects.toEqual(failure('document-file-empty'));
        await expect(readDocumentFile(pixel, 'a.md')).rejects.toEqual(failure('document-file-not-text'));
        await expect(readDocumentFile(Buffer.from('# a\n'.repeat(mostClauses + 1)), 'a.md')).rejects.toEqual(failure('too-many-clauses'));
        await expect(readDocumentFile(Buffer.from('a '.repeat(longestText)), 'a.md')).rejects.toEqual(failure('document-file-too-long'));
    });
    // with a control character in it, a file is no text
    it.each(attacks.map(each => each.replaceAll('\u0001', '')))('brings nothing that acts: %j', async attack => {
        const { text } = await readDocumentFile(Buffer.from(`# A\n\n${attack}\n`), 'a.md');
        expect(renderMarkdown(text)).not.toMatch(/<script|<img|<iframe|<svg|\son\w+="|(?:href|src)="(?:javascript|data|vbscript):/iu);
    });
});
