import type { AudioContainer } from '@earshot/audio';

const types: Readonly<Partial<Record<AudioContainer, readonly [mediaType: string, extension: string]>>> = {
    wav: ['audio/wav', '.wav'], mp3: ['audio/mpeg', '.mp3'], flac: ['audio/flac', '.flac'], ogg: ['audio/ogg', '.ogg'], webm: ['audio/webm', '.webm'],
    mp4: ['audio/mp4', '.m4a'], amr: ['audio/amr', '.amr'], aiff: ['audio/aiff', '.aiff'], au: ['audio/basic', '.au']
};

const of = (container: string | null) => types[container as AudioContainer];

/** By what the file is, never by its name. */
export const mediaType = (container: string | null): string => of(container)?.[0] ?? 'application/octet-stream';
export const fileExtension = (container: string | null): string => of(container)?.[1] ?? '';
