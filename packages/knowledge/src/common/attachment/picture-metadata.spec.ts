import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from './picture-metadata';

const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array => Uint8Array.from(parts.flatMap(each => typeof each === 'string' ? [...each].map(one => one.charCodeAt(0)) : [...each]));
const text = (of: Uint8Array): string => String.fromCharCode(...of);
const number = (value: number, length: 2 | 4, little = false): readonly number[] => {
    const big = [24, 16, 8, 0].map(shift => value >>> shift & 255).slice(4 - length);
    return little ? big.reverse() : big;
};

/** A TIFF structure as a camera writes it: who took it, and which way up. */
const tiff = (orientation: number, little = false): Uint8Array => {
    const short = (value: number) => number(value, 2, little);
    const long = (value: number) => number(value, 4, little);
    return bytes(little ? 'II*\0' : 'MM\0*', long(8), short(2), [...short(0x010f), ...short(2), ...long(4), ...bytes('Cam\0')], [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0], long(0), 'GPS 22.28,114.16');
};

describe('a JPEG', () => {
    const segment = (marker: number, content: Uint8Array): Uint8Array => bytes([0xff, marker], number(content.length + 2, 2), content);
    const frame = segment(0xc0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
    // FF 00 is a byte of the data, FF D0 a restart: neither ends a scan
    const scan = (data: readonly number[]) => bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), data);
    const jpeg = (...parts: readonly Uint8Array[]): Uint8Array => bytes([0xff, 0xd8], ...parts, [0xff, 0xd9]);
    const jfif = segment(0xe0, bytes('JFIF\0'));
    const [colours, adobe] = [segment(0xe2, bytes('ICC_PROFILE\0', [1, 1])), segment(0xee, bytes('Adobe', [0]))];
    const exif = (orientation: number, little = false) => segment(0xe1, bytes('Exif\0\0', tiff(orientation, little)));
    const [first, second] = [scan([1, 0xff, 0, 2, 0xff, 0xd0, 3]), scan([4])];

    it('keeps its pictures and colours, and nothing of where and by whom', () => {
        const xmp = segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'));
        const cleaned = withoutMetadata(bytes(jpeg(jfif, exif(1), xmp, colours, adobe, segment(0xed, bytes('Photoshop 3.0\0')), segment(0xfe, bytes('taken at home')), frame, first, second), 'a film behind it'), 'image/jpeg');
        expect(cleaned).toEqual(jpeg(jfif, colours, adobe, frame, first, second));
    });

    it.each([true, false])('is still the right way up (little-endian: %s)', little => {
        const cleaned = withoutMetadata(jpeg(exif(6, little), frame, first), 'image/jpeg');
        expect(text(cleaned)).not.toMatch(/Cam|GPS/);
        expect(text(cleaned).split('Exif').length).toBe(2);
        expect(withoutMetadata(cleaned, 'image/jpeg')).toBe(cleaned);
        const at = text(cleaned).indexOf('\u0001\u0012\0\u0003');
        expect([...cleaned.subarray(at + 8, at + 10)]).toEqual([0, 6]);
        expect(cleaned.subarray(-first.length - 2)).toEqual(bytes(first, [0xff, 0xd9]));
    });

    it('stays as it is when it is not whole, or when there is nothing to take', () => {
        const broken = jpeg(exif(6), frame).subarray(0, 40);
        expect(withoutMetadata(broken, 'image/jpeg')).toBe(broken);
        const plain = jpeg(jfif, frame, first);
        expect(withoutMetadata(plain, 'image/jpeg')).toBe(plain);
    });
});

describe('a PNG', () => {
    const chunk = (kind: string, content: Uint8Array): Uint8Array => bytes(number(content.length, 4), kind, content, number(crc32(bytes(kind, content)), 4));
    const png = (...chunks: readonly Uint8Array[]): Uint8Array => bytes('\u0089PNG\r\n\u001a\n', chunk('IHDR', bytes(number(1, 4), number(1, 4), [8, 2, 0, 0, 0])), ...chunks, chunk('IEND', bytes()));
    const data = chunk('IDAT', bytes([1, 2, 3]));

    it('keeps what is drawn, and which way up', () => {
        const cleaned = withoutMetadata(bytes(png(chunk('iCCP', bytes('p\0')), chunk('tEXt', bytes('Author\0Kai')), chunk('iTXt', bytes('XML:com.adobe.xmp')), chunk('tIME', bytes([7, 234, 11, 22, 9, 0, 0])), chunk('eXIf', tiff(8)), data), 'behind it'), 'image/png');
        const orientation = bytes('MM\0*', number(8, 4), number(1, 2), number(0x0112, 2), number(3, 2), number(1, 4), number(8, 2), [0, 0], number(0, 4));
        expect(cleaned).toEqual(png(chunk('iCCP', bytes('p\0')), chunk('eXIf', orientation), data));
        expect(withoutMetadata(png(chunk('eXIf', tiff(1)), data), 'image/png')).toEqual(png(data));
    });
});

describe('a WebP', () => {
    const chunk = (kind: string, content: Uint8Array): Uint8Array => bytes(kind, number(content.length, 4, true), content, content.length % 2 ? [0] : []);
    const webp = (...chunks: readonly Uint8Array[]): Uint8Array => {
        const content = bytes('WEBP', ...chunks);
        return bytes('RIFF', number(content.length, 4, true), content);
    };
    const head = (flags: number) => chunk('VP8X', bytes([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const picture = chunk('VP8L', bytes([0x2f, 0, 0, 0, 0]));

    it('says in its head what is left', () => {
        expect(withoutMetadata(webp(head(0x1c), picture, chunk('EXIF', tiff(1)), chunk('XMP ', bytes('<x/>'))), 'image/webp')).toEqual(webp(head(0x10), picture));
        const cleaned = withoutMetadata(webp(head(0x08), picture, chunk('EXIF', bytes('Exif\0\0', tiff(3, true)))), 'image/webp');
        expect(text(cleaned)).not.toMatch(/Cam|GPS/);
        expect(cleaned.subarray(0, 12 + head(8).length)).toEqual(bytes('RIFF', number(cleaned.length - 8, 4, true), 'WEBP', head(0x08)));
        const plain = webp(picture);
        expect(withoutMetadata(plain, 'image/webp')).toBe(plain);
    });
});

it('leaves everything else alone', () => {
    const gif = bytes('GIF89a');
    expect(withoutMetadata(gif, 'image/gif')).toBe(gif);
});
