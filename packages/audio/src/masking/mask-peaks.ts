import { buildPyramid, PeakPyramid } from '../peaks-format';
import { Mask, MASK_PAD_MS, padMasks } from './masks';

/**
 * The waveform with its masked parts flat: the outline of spoken digits must not be seen where it must not be heard.
 * Coarser levels are built anew, because their bytes hold the largest value of both sides of a mask's edge.
 */
export const maskPeaks = (pyramid: PeakPyramid, masks: readonly Mask[], padMs = MASK_PAD_MS): PeakPyramid => {
    const { windowMs, channels } = pyramid.levels[0];
    const masked = channels.map(channel => channel.slice());
    for (const { fromMs, toMs, channel } of padMasks(masks, padMs)) {
        const from = Math.floor(fromMs / windowMs);
        const to = Math.ceil(toMs / windowMs);
        masked.forEach((bytes, index) => {
            if (channel === undefined || channel === index) {
                bytes.fill(0, from, to);
            }
        });
    }
    return buildPyramid({ windowMs, channels: masked }, pyramid.durationMs);
};
