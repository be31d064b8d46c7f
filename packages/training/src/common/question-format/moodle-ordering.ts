import type { OrderingQuestion } from '../question/question';

/** By the names of Moodle's ordering question, or their numbers; the default there is also what the others come nearest to. */
const orderingTypes: readonly (readonly [OrderingQuestion['credit'], string, string])[] = [
    ['all-or-nothing', 'ALL_OR_NOTHING', '-1'], ['position', 'ABSOLUTE_POSITION', '0'], ['next', 'RELATIVE_NEXT_EXCLUDE_LAST', '1'], ['longest-run', 'LONGEST_ORDERED_SUBSET', '5'], ['distance', 'RELATIVE_TO_CORRECT', '7']
];
export const creditOf = (type: string): OrderingQuestion['credit'] => orderingTypes.find(([, name, number]) => type === name || type === number)?.[0] ?? 'next';
export const gradingTypeOf = (credit: OrderingQuestion['credit']): string => orderingTypes.find(([each]) => each === credit)![1];
