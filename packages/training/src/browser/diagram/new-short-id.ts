const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** An id that nothing of its document has: letters and digits that are not mistaken for each other, of which there are 32. */
export const newShortId = (kind: 'c' | 'd', length: number): string => `${kind}-${Array.from(crypto.getRandomValues(new Uint8Array(length)), each => letters[each % letters.length]).join('')}`;
