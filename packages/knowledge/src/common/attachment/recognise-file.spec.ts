import { describe, expect, it } from 'vitest';
import { recogniseFile } from './recognise-file';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap(each => typeof each === 'string' ? [...each].map(letter => letter.charCodeAt(0)) : each));
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const png = (width: readonly number[], height: readonly number[]) => bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0]);

describe('a file is recognised by its content', () => {
    it.each([
        ['PNG', png([0, 0, 1, 0], [0, 0, 0, 2]), 'image/png', { width: 256, height: 2 }],
        ['GIF', bytes('GIF89a', [3, 0, 4, 1]), 'image/gif', { width: 3, height: 260 }],
        ['JPEG with a segment before its frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 7, 1, 0], zeros(10)), 'image/jpeg', { width: 256, height: 7 }],
        ['lossy WebP', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [64, 1, 240, 0]), 'image/webp', { width: 320, height: 240 }],
        ['extended WebP', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [9, 0, 0, 19, 0, 0]), 'image/webp', { width: 10, height: 20 }],
        ['lossless WebP', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f], [9, 0xc0, 4, 0]), 'image/webp', { width: 10, height: 20 }]
    ] as const)('%s', (_, file, mediaType, picture) => expect(recogniseFile(file)).toMatchObject({ mediaType, picture }));

    it('whatever it is called: a document, a text, a drawing that is only handed out', () => {
        expect(recogniseFile(bytes('%PDF-1.7\n'))).toEqual({ mediaType: 'application/pdf', ending: 'pdf' });
        expect(recogniseFile(bytes('PK', [3, 4], zeros(26), '[Content_Types].xml', zeros(9), 'xl/workbook.xml'))).toMatchObject({ ending: 'xlsx' });
        expect(recogniseFile(new TextEncoder().encode('卡号,金额\n1,2\n'))).toMatchObject({ mediaType: 'text/plain; charset=utf-8' });
        expect(recogniseFile(bytes('<?xml version="1.0"?><svg onload="attack()"/>'))).toEqual({ mediaType: 'application/octet-stream', ending: 'svg' });
    });

    it.each([
        ['a program', bytes('MZ', [0x90, 0, 3, 0])], ['an archive', bytes('PK', [3, 4], zeros(26), 'payload.exe')], ['a document with macros', bytes('PK', [3, 4], '[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
        ['a web page', bytes('<html><script>attack()</script>')], ['a picture of more pixels than a page can show', png([0, 0, 255, 255], [0, 0, 255, 255])], ['a picture without pixels', png([0, 0, 0, 0], [0, 0, 0, 1])], ['nothing', bytes('')],
        ['a JPEG that breaks off', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4])]
    ])('%s is not taken', (_, file) => expect(recogniseFile(file)).toBeUndefined());
});
