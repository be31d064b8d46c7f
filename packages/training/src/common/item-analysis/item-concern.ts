/**
 * What is wrong with a question by how it was answered:
 * - `negative`: those who did well in the rest of the exam did worse in it than those who did badly. Often the key is wrong, or the question can be read in two ways
 * - `everybody`: all who answered it had all of its points, so that it tells nobody from anybody
 * - `nobody`: nobody had any of them
 */
export const itemConcerns = ['negative', 'everybody', 'nobody'] as const;
export type ItemConcern = typeof itemConcerns[number];

/** People who must have sat an exam before its questions are judged by their answers: below that, the groups that are compared have a single person each. */
export const fewestPeople = 10;

/**
 * Both ways of telling must say so before a question is said to discriminate negatively: with few people, one of them falls a little below zero by chance.
 * @param difficulty mean share of the points, at most 1. @param discrimination upper minus lower group, −1 to 1. @param itemRest correlation with the rest of the exam, −1 to 1
 */
export function concernOf({ difficulty, discrimination, itemRest }: { readonly difficulty: number | null; readonly discrimination: number | null; readonly itemRest: number | null }): ItemConcern | null {
    if (difficulty !== null && difficulty >= 1) {
        return 'everybody';
    }
    if (difficulty !== null && difficulty <= 0) {
        return 'nobody';
    }
    return discrimination !== null && itemRest !== null && discrimination < 0 && itemRest < 0 ? 'negative' : null;
}

/** Whether somebody should look: nobody has, or so many have sat the exam since that their answers would make an analysis of their own. */
export const wantsLook = ({ people, seenPeople }: { readonly people: number; readonly seenPeople: number | null }): boolean => seenPeople === null || people - seenPeople >= fewestPeople;
