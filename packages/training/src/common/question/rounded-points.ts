/** Points as they are shown and added: thousandths, so that three thirds are one. */
export const roundedPoints = (points: number): number => Math.round(points * 1000) / 1000;
