/** What the name of a recording tells. Recorders write time and side of a call into it. */
export interface FileNameFacts {
    /** The name without its ending, and without the mark of the side. */
    readonly callId: string;
    /** `YYYY-MM-DDTHH:mm:ss` where the person is, if the name holds a time. */
    readonly startedAt: string | undefined;
    /** Whose side of the call it is, if the name says so: recorders that write one file for each side mark them. */
    readonly side: 'agent' | 'customer' | undefined;
}

const stamp = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])[T_. -]?([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:m]?([0-5]\d))?(?!\d)/;
const sides: readonly (readonly [RegExp, 'agent' | 'customer'])[] = [
    [/[-_. ](agent|tx|out|left|l|a|leg-?a|坐席|座席|客服)$/i, 'agent'],
    [/[-_. ](customer|client|caller|rx|in|right|r|b|leg-?b|客户|客戶)$/i, 'customer']
];

export function factsOf(fileName: string): FileNameFacts {
    const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,5}$/, '') || fileName;
    const found = sides.find(([pattern]) => pattern.test(stem));
    const [, year, month, day, hour, minute, second = '00'] = stamp.exec(stem) ?? [];
    return {
        callId: (found ? stem.replace(found[0], '') : stem).slice(0, 200), side: found?.[1],
        startedAt: year ? `${year}-${month}-${day}T${hour}:${minute}:${second}` : undefined
    };
}
