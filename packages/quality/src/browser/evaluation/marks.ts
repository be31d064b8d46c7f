import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';

/** Marks in the order of the recording. */
export const marksInOrder = (evidence: readonly Evidence[]): readonly Evidence[] =>
    [...evidence].sort((one, other) => one.fromMs - other.fromMs || one.toMs - other.toMs || (one.id < other.id ? -1 : 1));

export const withMark = (content: FilledContent, mark: Evidence): FilledContent => ({ ...content, evidence: [...content.evidence.filter(each => each.id !== mark.id), mark] });

export const withoutMark = (content: FilledContent, id: string): FilledContent => ({ ...content, evidence: content.evidence.filter(each => each.id !== id) });

/** Changes a mark in its place; an empty note is none. */
export const withMarkChanged = (content: FilledContent, id: string, change: Partial<Pick<Evidence, 'questionId' | 'note'>>): FilledContent => ({
    ...content, evidence: content.evidence.map(each => {
        if (each.id !== id) {
            return each;
        }
        const { note, ...rest } = { ...each, ...change };
        return note ? { ...rest, note } : rest;
    })
});
