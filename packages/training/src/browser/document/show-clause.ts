import type { Clause } from '../../common/document/clauses';

/** The id of a clause's element on the page. */
export const placeOf = ({ id, number }: Clause): string => `t-${id ?? number}`;

/** Brings a clause into sight. */
export const showClause = (clause: Clause): void => document.getElementById(placeOf(clause))?.scrollIntoView({ block: 'start' });
