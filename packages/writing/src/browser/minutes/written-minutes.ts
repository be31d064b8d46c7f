import type { NewMinutes } from '../../common/minutes/minutes-contract';

/** An action as far as it is written. */
export interface WrittenAction { readonly text: string; readonly ownerId: string | null; readonly dueOn: string | null }

/** Minutes while somebody writes them. @typeParam E what a package's own review says besides */
export interface WrittenMinutes<E> {
    readonly heldOn: string | null; readonly scope: string; readonly participants: readonly { readonly id: string; readonly name: string }[];
    /** By what they are about. */
    readonly findings: Readonly<Record<string, string>>;
    readonly actions: readonly WrittenAction[]; readonly extra: E;
}

/** Today where the person is, `2026-11-21`. */
export const todayHere = (): string => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** The minutes as they can be recorded; undefined while something is missing. */
export function wholeMinutes(minutes: WrittenMinutes<unknown>, findings: readonly string[]): NewMinutes & { readonly findings: Readonly<Record<string, string>> } | undefined {
    const said = Object.fromEntries(findings.map(each => [each, (minutes.findings[each] ?? '').trim()]));
    const actions = minutes.actions.flatMap(({ text, ownerId, dueOn }) => text.trim() && ownerId && dueOn ? [{ text: text.trim(), ownerId, dueOn }] : []);
    return minutes.heldOn === null || Object.values(said).includes('') || actions.length < minutes.actions.length ? undefined
        : { heldOn: minutes.heldOn, scope: minutes.scope, participantIds: minutes.participants.map(each => each.id), findings: said, actions };
}
