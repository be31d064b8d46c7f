/**
 * A process diagram as far as it is read in words, compared and searched: what happens, in which order, and who does it. How it looks stands in its file (BPMN 2.0, ISO/IEC 19510).
 */
export interface Diagram { readonly steps: readonly DiagramStep[]; readonly flows: readonly DiagramFlow[] }

/** `decision`: one way of several (exclusive gateway). `choice`: one or more of several (inclusive, complex). `parallel`: all of several. `awaited`: which of several happens first (event-based). */
export const stepKinds = ['start', 'end', 'task', 'part', 'decision', 'choice', 'parallel', 'awaited', 'event'] as const;
export type StepKind = typeof stepKinds[number];

export interface DiagramStep {
    /** As the file has it; stays with the step through the versions of a diagram. */
    readonly id: string;
    readonly kind: StepKind;
    readonly name: string;
    readonly documentation: string;
    /** The lane or pool that it stands in; empty for none. */
    readonly who: string;
    /** The part (sub-process) that it belongs to; null for the outermost. */
    readonly parent: string | null;
}

/** `condition`: what the flow is called, `yes`. */
export interface DiagramFlow { readonly id: string; readonly from: string; readonly to: string; readonly condition: string }

/** Things by what they have in common, in order. */
export function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
    const groups = new Map<K, T[]>();
    for (const each of things) {
        const group = groups.get(keyOf(each));
        if (group) { group.push(each); } else { groups.set(keyOf(each), [each]); }
    }
    return groups;
}

/** What a diagram may be: its file in bytes, its shapes and lines in number, and how many a version shows. More is a wall chart, and better drawn as several. */
export const diagramLimits = { bytes: 1024 ** 2, drawn: 1000, perVersion: 20, name: 120 } as const;

export const diagramProblems = ['diagram-empty', 'diagram-too-large', 'diagram-declares', 'diagram-not-xml', 'diagram-not-bpmn', 'diagram-not-drawn', 'diagram-too-many'] as const;
export type DiagramProblem = typeof diagramProblems[number];

/** A diagram of a version: `id` stays with it from version to version and stands in the text, `hash` is the SHA-256 of its file, hexadecimal. */
export interface DiagramReference { readonly id: string; readonly name: string; readonly hash: string }
