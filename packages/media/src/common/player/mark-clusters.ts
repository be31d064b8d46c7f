/** A place in a recording that somebody pointed at: evidence for a rating, a remark. One moment has `toMs === fromMs`. */
export interface RecordingMark {
    readonly id: string;
    readonly fromMs: number;
    readonly toMs: number;
    /** What stands in its pin: a question's number, at most three characters. */
    readonly label: string;
    /** What it is about, in words: "1.2 Standard opening phrase". */
    readonly title: string;
    readonly note?: string;
    readonly tone?: 'neutral' | 'good' | 'critical';
}

/** Marks that stand so close that their pins would overlap. */
export interface MarkCluster {
    /** Stable while the same marks are together. */
    readonly key: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly marks: readonly RecordingMark[];
}

export const inOrder = (marks: readonly RecordingMark[]): RecordingMark[] => [...marks].sort((one, other) => one.fromMs - other.fromMs || one.toMs - other.toMs || (one.id < other.id ? -1 : 1));

/** Groups marks whose pins (drawn at their beginning) are less than `pinPx` apart at this scale. */
export function clusterMarks(marks: readonly RecordingMark[], pxPerMs: number, pinPx: number): MarkCluster[] {
    const groups: RecordingMark[][] = [];
    for (const mark of inOrder(marks)) {
        const group = groups[groups.length - 1];
        if (group && (mark.fromMs - group[0]!.fromMs) * pxPerMs < pinPx) {
            group.push(mark);
        } else {
            groups.push([mark]);
        }
    }
    return groups.map(group => ({ key: group.map(each => each.id).join(' '), fromMs: group[0]!.fromMs, toMs: Math.max(...group.map(each => each.toMs)), marks: group }));
}
