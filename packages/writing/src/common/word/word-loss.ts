/** What a Word document had and its text has not: text of headers and footers, comments, what was struck out while changes were tracked, formulas, cells that were one over several. */
export const wordLosses = ['pictures', 'headers', 'comments', 'deletions', 'formulas', 'merged-cells'] as const;
export type WordLoss = typeof wordLosses[number];
