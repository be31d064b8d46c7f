/** Where things stand in the picture of a recording, in pixels from its top. */
export interface StageLayout {
    readonly ruler: number;
    readonly pins: number;
    readonly bands: number;
    readonly bandHeight: number;
    readonly waves: number;
    readonly channelHeight: number;
    readonly channels: number;
    /** Room for the scroll bar, kept also while there is none, so that nothing jumps. */
    readonly scrollBar: number;
    readonly height: number;
}

const RULER = 18;
const PINS = 22;
const BANDS = 14;
const GAP = 4;
const SCROLL_BAR = 12;

/** @param channelHeight of each waveform. */
export function stageLayout(channels: number, hasMarks: boolean, channelHeight: number): StageLayout {
    const bands = RULER + (hasMarks ? PINS : 0);
    const waves = bands + BANDS + GAP;
    const scrollBar = waves + channels * channelHeight;
    return { ruler: 0, pins: RULER, bands, bandHeight: BANDS, waves, channelHeight, channels, scrollBar, height: scrollBar + SCROLL_BAR };
}
