const longest = 100;
const address = /\S+@\S+/g;
/** Numbers of cards, accounts, telephones, identity papers: four digits or more, however they are grouped. */
const number = /\d(?:[\s./()-]{0,2}\d){3,}[xX]?/g;

/**
 * A query as it may be kept to learn from: one form for what was asked in different ways, without what looks like a number or an
 * address of a customer. A name cannot be told from a word: whoever reads the log sees only what was asked more than once, and it
 * is forgotten after 90 days.
 */
export const loggableQuery = (typed: string): string =>
    typed.normalize('NFKC').replace(address, '@').replace(number, '#').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, longest).trim();
