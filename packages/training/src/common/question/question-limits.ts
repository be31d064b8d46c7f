/** How long texts and lists may be: far above what anybody asks, and low enough for a page. */
export const questionLimits = { prompt: 50_000, text: 10_000, items: 100, /** Of a criterion: those that a digit chooses. */ levels: 9, id: 100 } as const;
