import type { Clause } from '../document/clauses';
import type { DiagramStep } from './diagram';

/** `3.2`, or a single number where it is said to be one of a clause. What goes on as another number, a version, an amount or a measure is none. */
const inTwoParts = /(?<![a-z\d.,:/$¥€£-])(\d{1,3}(?:\.\d{1,3})+)(?!\.?\d)(?!\s*(?:[%‰％:/]|秒|分|小时|小時|时|時|天|日|周|週|月|年|元|万|萬|倍|次|(?:ms|s|sec|min|h|hrs?|k|x|kg|km|cm|mm|m|[kmg]b|cny|rmb|usd|eur|hkd|twd)\b))/giu;
const named = /(?:§|\bclause|条款|條款)\s*(\d{1,3}(?:\.\d{1,3})*)(?!\.?\d)/giu;
const counted = /第\s*(\d{1,3}(?:\.\d{1,3})*)\s*(?:条|條|款)/gu;

/** The clause that the name or the description of a step points to, where that is unmistakable: one number, and a clause that has it. */
export function clauseOfStep({ name, documentation }: Pick<DiagramStep, 'name' | 'documentation'>, clauses: readonly Clause[]): Clause | undefined {
    const numbers = new Set([name, documentation].flatMap(text => [inTwoParts, named, counted].flatMap(pattern => [...text.matchAll(pattern)].map(found => found[1]!))));
    const [number, ...others] = numbers;
    return number === undefined || others.length > 0 ? undefined : clauses.find(each => each.number === number);
}
