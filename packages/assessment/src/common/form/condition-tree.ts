/**
 * A condition as it is edited: groups of statements and of groups, each with how its parts go together. What is said to be not the case is a group, too, of
 * which none, or not all, may hold; so there is one kind of thing to be put together, and nothing is written as a formula.
 */
import { type AnswerTest, type Condition, formLimits } from '@earshot/forms';

export type Statement = AnswerTest & { readonly question: string };
/** Of the parts: every one, one at least, none, or not every one holds. */
export const groupModes = ['all', 'any', 'none', 'not-all'] as const;
export type GroupMode = typeof groupModes[number];

/** `key`: tells parts apart while they are moved about; every part of a tree has its own. */
export interface ConditionRule { readonly key: number; readonly statement: Statement }
export interface ConditionGroup { readonly key: number; readonly mode: GroupMode; readonly parts: readonly ConditionPart[] }
export type ConditionPart = ConditionRule | ConditionGroup;
/** Where a part stands: its place in each group from the outermost one down. */
export type PartPath = readonly number[];

export const isGroup = (part: ConditionPart): part is ConditionGroup => 'parts' in part;

/** @returns the outermost group, which has no parts where there is no condition. */
export function treeOf(condition: Condition | undefined): ConditionGroup {
    let keys = 0;
    const group = (mode: GroupMode, parts: readonly Condition[]): ConditionGroup => ({ key: ++keys, mode, parts: parts.map(part) });
    const part = (each: Condition): ConditionPart => {
        if ('all' in each) {
            return group('all', each.all);
        }
        if ('any' in each) {
            return group('any', each.any);
        }
        if ('not' in each) {
            return 'all' in each.not ? group('not-all', each.not.all) : group('none', 'any' in each.not ? each.not.any : [each.not]);
        }
        return { key: ++keys, statement: each };
    };
    const whole = condition && part(condition);
    return whole && isGroup(whole) ? whole : { key: ++keys, mode: 'all', parts: whole ? [whole] : [] };
}

/** Groups without parts say nothing and are left out. @returns undefined where nothing is said at all. */
export function conditionOf(part: ConditionPart): Condition | undefined {
    if (!isGroup(part)) {
        return part.statement;
    }
    const parts = part.parts.flatMap(each => conditionOf(each) ?? []);
    if (parts.length === 0) {
        return undefined;
    }
    const [one, several] = [parts[0]!, parts.length > 1];
    switch (part.mode) {
        case 'all': return several ? { all: parts } : one;
        case 'any': return several ? { any: parts } : one;
        case 'none': return { not: several ? { any: parts } : one };
        case 'not-all': return { not: several ? { all: parts } : one };
    }
}

/** Levels of all, any and not, as the limits of a form count them. */
const depthOf = (condition: Condition): number => 'all' in condition ? 1 + Math.max(0, ...condition.all.map(depthOf)) : 'any' in condition ? 1 + Math.max(0, ...condition.any.map(depthOf)) : 'not' in condition ? 1 + depthOf(condition.not) : 0;
/** Whether a form may have the condition: deeper ones are refused when it is read. */
export const isWithinLimits = (tree: ConditionGroup): boolean => {
    const condition = conditionOf(tree);
    return condition === undefined || depthOf(condition) <= formLimits.depth;
};

const keysOf = (part: ConditionPart): readonly number[] => [part.key, ...isGroup(part) ? part.parts.flatMap(keysOf) : []];
export const freeKey = (tree: ConditionGroup): number => Math.max(...keysOf(tree)) + 1;

/** How the parts of a group within another go together at first: by the other of "all" and "one", or it would say nothing new. */
export const modeWithin = (mode: GroupMode): GroupMode => mode === 'all' || mode === 'not-all' ? 'any' : 'all';

const parentOf = (path: PartPath): PartPath => path.slice(0, -1);
const placeOf = (path: PartPath): number => path[path.length - 1]!;

/** @returns undefined where nothing is. */
export function partAt(tree: ConditionGroup, path: PartPath): ConditionPart | undefined {
    return path.reduce<ConditionPart | undefined>((part, place) => part && isGroup(part) ? part.parts[place] : undefined, tree);
}

const changeGroup = (group: ConditionGroup, path: PartPath, change: (parts: readonly ConditionPart[]) => readonly ConditionPart[]): ConditionGroup => path.length === 0 ? { ...group, parts: change(group.parts) }
    : { ...group, parts: group.parts.map((each, place) => place === path[0] && isGroup(each) ? changeGroup(each, path.slice(1), change) : each) };

/** Groups from which the last part was taken go with it. */
const withoutEmpty = (group: ConditionGroup): ConditionGroup => ({ ...group, parts: group.parts.flatMap((each): readonly ConditionPart[] => isGroup(each) ? [withoutEmpty(each)].filter(one => one.parts.length > 0) : [each]) });

export const replacePart = (tree: ConditionGroup, path: PartPath, part: ConditionPart): ConditionGroup =>
    path.length === 0 ? isGroup(part) ? part : tree : changeGroup(tree, parentOf(path), parts => parts.map((each, place) => place === placeOf(path) ? part : each));
/** Puts a part at the end of a group. */
export const addPart = (tree: ConditionGroup, group: PartPath, part: ConditionPart): ConditionGroup => changeGroup(tree, group, parts => [...parts, part]);
export const removePart = (tree: ConditionGroup, path: PartPath): ConditionGroup => withoutEmpty(changeGroup(tree, parentOf(path), parts => parts.filter((_, place) => place !== placeOf(path))));

/** Before or after its neighbour in the same group. @returns undefined at the end of it. */
export function movePart(tree: ConditionGroup, path: PartPath, direction: 1 | -1): ConditionGroup | undefined {
    const [place, next] = [placeOf(path), placeOf(path) + direction];
    const group = partAt(tree, parentOf(path));
    if (!group || !isGroup(group) || !group.parts[next]) {
        return undefined;
    }
    return changeGroup(tree, parentOf(path), parts => parts.map((each, index) => index === place ? parts[next]! : index === next ? parts[place]! : each));
}

/** Joins the group before it, or makes one with the statement before it, which then says the other of "all" and "one". @returns undefined where nothing stands before it, or it would lie too deep. */
export function indentPart(tree: ConditionGroup, path: PartPath): ConditionGroup | undefined {
    const [part, group, place] = [partAt(tree, path), partAt(tree, parentOf(path)), placeOf(path)];
    const before = group && isGroup(group) ? group.parts[place - 1] : undefined;
    if (!part || !group || !isGroup(group) || !before) {
        return undefined;
    }
    const joined: ConditionGroup = isGroup(before) ? { ...before, parts: [...before.parts, part] } : { key: freeKey(tree), mode: modeWithin(group.mode), parts: [before, part] };
    const result = changeGroup(tree, parentOf(path), parts => parts.flatMap((each, index) => index === place - 1 ? [joined] : index === place ? [] : [each]));
    return isWithinLimits(result) ? result : undefined;
}

/** Leaves its group and stands after it. @returns undefined in the outermost group. */
export function outdentPart(tree: ConditionGroup, path: PartPath): ConditionGroup | undefined {
    const part = partAt(tree, path);
    if (!part || path.length < 2) {
        return undefined;
    }
    const [group, around] = [parentOf(path), parentOf(parentOf(path))];
    const taken = changeGroup(tree, group, parts => parts.filter((_, place) => place !== placeOf(path)));
    return withoutEmpty(changeGroup(taken, around, parts => parts.flatMap((each, place) => place === placeOf(group) ? [each, part] : [each])));
}
