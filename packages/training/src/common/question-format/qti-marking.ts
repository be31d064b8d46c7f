import { childOf, childrenOf, descendantsOf, nameOf, textOf } from './xml-items';

/** How an answer of a QTI item is marked, as far as the two usual templates and their like written out go. */
export interface Marking {
    /** `correct`: all or nothing, by what is declared as correct; `map`: by a score for each value; `equal`: numbers, each with what it may differ by. */
    readonly by: 'correct' | 'map' | 'equal';
    /** Scores by value; of `correct`, by what is right where several values are each right alone. */
    readonly scores: ReadonlyMap<string, number>;
    readonly numbers: readonly { readonly minimum: number; readonly maximum: number; readonly value: number; readonly tolerance: number | null; readonly score: number }[];
    /** What is worth all points, where it is said. */
    readonly score: number | null;
    readonly partial: boolean;
}

/** A `responseDeclaration`. */
export interface Declared {
    readonly cardinality: string; readonly baseType: string; readonly correct: readonly string[];
    readonly mapping: { readonly entries: readonly { readonly key: string; readonly value: number; readonly caseSensitive: boolean }[]; readonly otherwise: number; readonly upperBound: number | null } | null;
}

const numberIn = (element: Element | undefined, name: string): number | null => {
    const text = element?.getAttribute(name)?.trim() ?? '';
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
};

export function declarationsOf(item: Element): ReadonlyMap<string, Declared> {
    return new Map(childrenOf(item, 'responseDeclaration').map(each => {
        const mapping = childOf(each, 'mapping');
        return [each.getAttribute('identifier') ?? '', {
            cardinality: each.getAttribute('cardinality') ?? 'single', baseType: each.getAttribute('baseType') ?? 'identifier', correct: childrenOf(childOf(each, 'correctResponse') ?? each, 'value').map(textOf),
            mapping: mapping ? {
                entries: childrenOf(mapping, 'mapEntry').map(entry => ({ key: entry.getAttribute('mapKey')?.trim() ?? '', value: numberIn(entry, 'mappedValue') ?? 0, caseSensitive: entry.getAttribute('caseSensitive') === 'true' })),
                otherwise: numberIn(mapping, 'defaultValue') ?? 0, upperBound: numberIn(mapping, 'upperBound')
            } : null
        }];
    }));
}

/** What an item says that it is worth at most. */
export function declaredPoints(item: Element): number | null {
    const outcome = (name: string): Element | undefined => childrenOf(item, 'outcomeDeclaration').find(each => each.getAttribute('identifier') === name);
    const most = textOf(childOf(childOf(outcome('MAXSCORE'), 'defaultValue'), 'value'));
    const points = numberIn(outcome('SCORE'), 'normalMaximum') ?? (most === '' ? null : Number(most));
    return points !== null && points > 0 && points <= 1000 ? points : null;
}

/** What rules may be made of so that they still mean one of the three. `and` and `or` join answers, which are marked one by one here. */
const understood: readonly string[] = ['responseCondition', 'responseIf', 'responseElseIf', 'responseElse', 'match', 'equal', 'stringMatch', 'variable', 'correct', 'mapResponse', 'baseValue', 'setOutcomeValue', 'sum', 'product', 'isNull', 'not', 'and', 'or'];

/** @returns undefined where the rule is another one */
export function markingOf(item: Element, id: string, declared: Declared): Marking | undefined {
    const rules = childOf(item, 'responseProcessing');
    const template = (rules?.getAttribute('template') || rules?.getAttribute('templateLocation') || '').replace(/\.xml$/u, '');
    const elements = rules ? descendantsOf(rules) : [];
    if (template !== '' && elements.length === 0) {
        return /(?:^|\/)(?:match_correct|CC2_match|CC2_match_basic)$/u.test(template) ? byCorrect(declared) : /(?:^|\/)(?:CC2_)?map_response$/u.test(template) ? byMap(declared) : undefined;
    }
    if (elements.length === 0) {
        return declared.correct.length ? byCorrect(declared) : byMap(declared);
    }
    if (elements.some(each => !understood.includes(nameOf(each)))) {
        return undefined;
    }
    const about = (name: string): readonly Element[] => elements.filter(each => nameOf(each) === name && childrenOf(each, 'variable').some(one => one.getAttribute('identifier') === id));
    const partial = elements.some(each => nameOf(each) === 'and' || nameOf(each) === 'or');
    const equal = about('equal').map(each => numberOf(each, declared));
    if (equal.length) {
        return equal.includes(undefined) ? undefined : { by: 'equal', scores: new Map(), numbers: equal.flatMap(each => each ?? []), score: null, partial };
    }
    if (elements.some(each => nameOf(each) === 'mapResponse' && each.getAttribute('identifier') === id)) {
        return { ...byMap(declared), partial };
    }
    const matched = [...about('match'), ...about('stringMatch')];
    if (matched.some(each => childOf(each, 'correct'))) {
        return { ...byCorrect(declared), score: matched.length === 1 ? scoreBeside(matched[0]!) : null, partial };
    }
    const values = matched.map(each => [textOf(childOf(each, 'baseValue')), scoreBeside(each) ?? 1] as const);
    return values.length && declared.cardinality === 'single' ? { by: 'map', scores: new Map(values), numbers: [], score: null, partial } : undefined;
}

const byCorrect = ({ correct }: Declared): Marking => ({ by: 'correct', scores: new Map(correct.map(each => [each, 1])), numbers: [], score: null, partial: false });
const byMap = ({ mapping }: Declared): Marking => ({ by: 'map', scores: new Map(mapping?.entries.map(each => [each.key, each.value]) ?? []), numbers: [], score: null, partial: false });

/** What is given where a condition holds: the last number that its score is set with. */
function scoreBeside(condition: Element): number | null {
    let branch: Element | null = condition;
    while (branch && nameOf(branch) !== 'responseIf' && nameOf(branch) !== 'responseElseIf') { branch = branch.parentNode as Element | null; }
    const set = branch ? childrenOf(branch, 'setOutcomeValue').find(each => each.getAttribute('identifier') === 'SCORE') : undefined;
    const value = set && descendantsOf(set).filter(each => nameOf(each) === 'baseValue').at(-1);
    const score = Number(textOf(value) || Number.NaN);
    return Number.isFinite(score) ? score : null;
}

/** `tolerance` is one number, or one below and one above; in percent where it is relative (QTI 2.1, 15.3.8). */
function numberOf(equal: Element, { correct }: Declared): Marking['numbers'][number] | undefined {
    const value = Number((childOf(equal, 'baseValue') ? textOf(childOf(equal, 'baseValue')) : correct[0] ?? '') || Number.NaN);
    const mode = equal.getAttribute('toleranceMode') ?? 'exact';
    const [below = 0, above = below] = mode === 'exact' ? [] : (equal.getAttribute('tolerance') ?? '').trim().split(/[\s,]+/u).filter(each => each !== '').map(each => Number(each) * (mode === 'relative' ? Math.abs(value) / 100 : 1));
    return [value, below, above].every(Number.isFinite) ? { value, tolerance: below === above ? below : null, minimum: value - below, maximum: value + above, score: scoreBeside(equal) ?? 1 } : undefined;
}
