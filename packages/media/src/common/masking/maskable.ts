import type { MaskState } from './mask';

/** What has to be known of a recording to say how it is masked. */
export interface MaskedMedia {
    readonly container: string | null;
    readonly codec: string | null;
    /** Browsers are given a WAV file that was made for them. */
    readonly hasRendition: boolean;
    /** A WAV file was made only to be masked. */
    readonly hasMaskable: boolean;
}

const SAMPLED_CODECS: readonly (string | null)[] = ['pcm16', 'alaw', 'mulaw'];

/**
 * Whether what is played can be silenced while its bytes stream by: only where every sample has bytes of its own.
 * In compressed sound a frame depends on the one before it, and the edge of a mask would leak.
 */
export const isMaskedInPassing = ({ container, codec, hasRendition }: MaskedMedia): boolean => hasRendition || container === 'wav' && SAMPLED_CODECS.includes(codec);

/** How far the masks have got. @param masks how many there are at present. */
export const maskStateOf = (media: MaskedMedia, masks: number): MaskState =>
    masks === 0 ? 'none' : isMaskedInPassing(media) || media.hasMaskable ? 'ready' : 'preparing';
