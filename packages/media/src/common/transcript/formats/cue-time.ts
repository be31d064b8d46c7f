const TIME = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/**
 * A time of a cue, milliseconds: `hh:mm:ss.ttt` or `mm:ss.ttt`, with a comma or without a fraction in SubRip.
 * @returns undefined for anything else, minutes and seconds from 60 on and more hours than can be counted included.
 */
export function parseTime(text: string): number | undefined {
    const found = TIME.exec(text.trim());
    if (!found) {
        return undefined;
    }
    const [, hours = '0', minutes, seconds, fraction = '0'] = found;
    const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
    return Number(minutes) < 60 && Number(seconds) < 60 && Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}

/** Both times of a line with an arrow, whatever settings follow; undefined where one cannot be read. */
export function parseTiming(line: string): { readonly fromMs: number; readonly toMs: number } | undefined {
    const [before = '', after = ''] = line.split('-->');
    const [fromMs, toMs] = [parseTime(before), parseTime(after.trim().split(/\s/)[0] ?? '')];
    return fromMs !== undefined && toMs !== undefined ? { fromMs, toMs } : undefined;
}
