import { describe, expect, it } from 'vitest';
import { assumedFormat, formatOfName, headerlessFormats } from './headerless-format';

describe('sound without a header', () => {
    it('is taken for what the uploader says', () => {
        expect(headerlessFormats.map(assumedFormat)).toEqual([{ codec: 'g722' }, { codec: 'gsm' }, { codec: 'alaw' }, { codec: 'mulaw' }, { codec: 'pcm16' }, { codec: 'pcm16', sampleRate: 16_000 }]);
    });

    it('may be known by the ending of its name', () => {
        expect(['a/b.G722', 'x.gsm', 'x.al', 'x.ulaw', 'x.wav', 'x.raw', 'g722', 'x.constructor'].map(formatOfName)).toEqual(['g722', 'gsm', 'alaw', 'mulaw', undefined, undefined, undefined, undefined]);
    });
});
