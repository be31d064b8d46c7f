import type { AssumedFormat } from '@earshot/audio';

/**
 * What sound without a header can be taken for, by the name under which it is uploaded: telephone recorders write such files. One channel;
 * 8 kHz, G.722 and `pcm16-16k` 16 kHz. A file that says itself what it is, is taken for that, whatever name is given.
 */
export const headerlessFormats = ['g722', 'gsm', 'alaw', 'mulaw', 'pcm16', 'pcm16-16k'] as const;
export type HeaderlessFormat = typeof headerlessFormats[number];

/** As the audio package is told. */
export const assumedFormat = (format: HeaderlessFormat): AssumedFormat => format === 'pcm16-16k' ? { codec: 'pcm16', sampleRate: 16_000 } : { codec: format };

const endings: Readonly<Record<string, HeaderlessFormat>> = { g722: 'g722', gsm: 'gsm', al: 'alaw', alaw: 'alaw', ul: 'mulaw', ulaw: 'mulaw', mulaw: 'mulaw' };

/** What the ending of a name promises, for files that turn out to have no header; undefined for other endings. */
export const formatOfName = (name: string): HeaderlessFormat | undefined => {
    const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
    return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
};
