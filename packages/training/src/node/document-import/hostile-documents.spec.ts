import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { mostClauses } from '../../common/document/document-content';
import { outlineOf } from '../../common/document/clauses';
import { documentFileProblems } from '../../common/document-import/document-import-contract';
import { longestText } from '../../common/document-import/imported-text';
import { DocumentFileFailure, readDocumentFile } from './read-document-file';

/** How many of a kind: in the short form as many as take a second or two. */
const runsOf = (short: number): number => process.env.EARSHOT_LONG ? 10_000 : short;
/** The same files every time: one that fails can be looked at. */
const seed = 20_261_122;
const deadlineMs = 2000;

const markdown = '---\ntitle: Inbound\n---\n# Inbound\n\nAbout *it*, see [the list](list.md).\n\n## 1 Greeting\n\n- Say hello\n- ![a face](face.png)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nIdentity\n--------\n\n> Two details\n\n```\n# code\n```\n';
const wordDocument = new Document({
    sections: [{
        children: [
            new Paragraph({ text: 'Inbound', heading: HeadingLevel.TITLE }), new Paragraph({ text: 'Greeting', heading: HeadingLevel.HEADING_1 }), new Paragraph({ children: [new TextRun('Say '), new TextRun({ text: 'hello', bold: true })] }),
            new Paragraph({ text: 'one', bullet: { level: 0 } }), new Table({ rows: [new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('x')] })] })] })
        ]
    }]
});
let wordFile: Buffer;
let unpacked: Readonly<Record<string, Uint8Array>>;
let parts: readonly (readonly [name: string, bytes: Uint8Array])[];
beforeAll(async () => {
    wordFile = await Packer.toBuffer(wordDocument);
    unpacked = unzipSync(wordFile);
    parts = Object.entries(unpacked).filter(([name]) => /^word\/(?:document|styles|numbering)\.xml$|rels$/u.test(name));
});

const pieces = ['#', '# ', '---\n', '===\n', '```\n', '| a |\n', '![', '](', ')', '[', ']', '*', '_', '`', '>', '- ', '<b>', '</b>', '<!--', '&nbsp;', '\u0000', '\\', '\n\n', '  ', '{#c-abcd}', '<w:p>', '</w:p>', '<w:tbl>', '<w:r><w:t>x</w:t></w:r>', '<w:pStyle w:val="Heading1"/>', '&x;', '<', '"', '<?', ']]>'];
interface Mutation { readonly at: number; readonly cut: number; readonly piece: string; readonly times: number }
const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 20 }), piece: fc.constantFrom(...pieces), times: fc.constantFrom(1, 1, 1, 2, 50) });
const mutate = (text: string, mutations: readonly Mutation[]): string => mutations.reduce((now, { at, cut, piece, times }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + piece.repeat(times) + now.slice(place + cut);
}, text);
const some = (): fc.Arbitrary<readonly Mutation[]> => fc.array(mutation, { minLength: 1, maxLength: 6 });

/** Texts, Word documents of which a part is broken though the zip is not, and zips of which bytes are. */
const files: readonly (readonly [name: string, runs: number, file: () => fc.Arbitrary<Uint8Array>])[] = [
    ['a.md', runsOf(150), () => some().map(all => Buffer.from(mutate(markdown, all)))],
    ['a.docx', runsOf(30), () => fc.tuple(fc.nat({ max: parts.length - 1 }), some()).map(([part, all]) => {
        const [name, bytes] = parts[part]!;
        return zipSync({ ...unpacked, [name]: Buffer.from(mutate(Buffer.from(bytes).toString('utf8'), all)) }, { level: 0 });
    })],
    ['b.docx', runsOf(150), () => fc.array(fc.tuple(fc.nat({ max: wordFile.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }).map(changes => {
        const bytes = Buffer.from(wordFile);
        changes.forEach(([at, value]) => { bytes[at] = value; });
        return bytes;
    })]
];

it.each(files)('like %s are read in %i mutations, or it is said what is wrong with them', async (name, runs, file) => {
    let [slowest, read] = [0, 0];
    await fc.assert(fc.asyncProperty(file(), async bytes => {
        const begun = performance.now();
        const found = await readDocumentFile(bytes, name).catch((error: unknown) => error);
        slowest = Math.max(slowest, performance.now() - begun);
        if (found instanceof DocumentFileFailure) {
            expect(documentFileProblems).toContain(found.code);
            return;
        }
        const { title, text } = found as { title: string; text: string };
        read++;
        expect([typeof title, text.length > 0 && text.length <= longestText]).toEqual(['string', true]);
        const { clauses } = outlineOf(text);
        expect(clauses.length > 0 && clauses.length <= mostClauses).toBe(true);
        expect(clauses.every(each => each.id === null && each.title !== '')).toBe(true);
    }), { numRuns: runs, seed });
    expect(read).toBeGreaterThan(0);
    // a clock says nothing about a machine that is busy: only the long form, which runs alone, is held to it
    if (process.env.EARSHOT_LONG) { expect(slowest).toBeLessThan(deadlineMs); }
}, process.env.EARSHOT_LONG ? 3_600_000 : 120_000);
