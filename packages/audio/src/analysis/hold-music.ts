import { levelQuantile } from './level-histogram';
import { ChannelLevels, FrameRun } from './speech-detection';

/**
 * Whether a run that passes for speech may be music on hold. Speech falls by 20 dB and more between its syllables
 * (less only when noise hides the pauses); music stays loud. And nobody speaks for half a minute without a pause of 200 ms.
 */

const LEAST_FRAMES = 500;
const UNBROKEN_FRAMES = 3000;
/** From the quiet tenth to the loud tenth of the run. */
const GREATEST_RANGE_DB = 12;
/** Its quiet tenth lies nearer to its loud tenth than to the background. */
const LEAST_RISE_SHARE = 0.5;

export const mayBeHoldMusic = ({ levels, floor }: ChannelLevels, { from, to }: FrameRun): boolean => {
    if (to - from < LEAST_FRAMES) {
        return false;
    }
    if (to - from >= UNBROKEN_FRAMES) {
        return true;
    }
    const quiet = levelQuantile(levels, 0.1, from, to);
    const loud = levelQuantile(levels, 0.9, from, to);
    const background = floor.subarray(from, to).reduce((sum, level) => sum + level, 0) / (to - from);
    return loud - quiet < GREATEST_RANGE_DB && quiet - background > LEAST_RISE_SHARE * (loud - background);
};
