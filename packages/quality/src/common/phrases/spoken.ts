/** What was said or written, in pieces in which a phrase can stand: what one person says without somebody else or something hidden between. */
import type { ShownTurn } from '@earshot/media/lib/common/transcript/transcript-contract';
import type { Message } from '../conversation/conversation-contract';

export interface SpokenPart { readonly text: string; readonly fromMs: number; readonly toMs: number }
export interface Spoken {
    /** Null where nobody knows. */
    readonly speaker: 'agent' | 'customer' | null;
    /** Words of a transcript, or a whole message; joined they are the text. */
    readonly parts: readonly SpokenPart[];
}
/** A conversation and how long it is, in milliseconds. */
export interface SpokenConversation { readonly spoken: readonly Spoken[]; readonly durationMs: number }

/** @param turns without what masks hide: a phrase never reaches over a hidden word. Turns of one speaker in a row are one. */
export function spokenInTurns(turns: readonly ShownTurn[]): SpokenConversation {
    const spoken: { speaker: Spoken['speaker']; parts: SpokenPart[] }[] = [];
    let goesOn = false;
    for (const { role, words } of turns) {
        goesOn &&= spoken.at(-1)?.speaker === role;
        for (const { text, fromMs, toMs, hidden } of words) {
            if (hidden) {
                goesOn = false;
                continue;
            }
            if (!goesOn) {
                spoken.push({ speaker: role, parts: [] });
                goesOn = true;
            }
            spoken.at(-1)!.parts.push({ text, fromMs, toMs });
        }
        spoken.at(-1)?.parts.push(...goesOn ? [{ text: ' ', fromMs: words.at(-1)!.toMs, toMs: words.at(-1)!.toMs }] : []);
    }
    return { spoken, durationMs: turns.reduce((latest, each) => Math.max(latest, each.toMs), 0) };
}

/** What systems write is nobody's. */
export const spokenInMessages = (messages: readonly Message[]): SpokenConversation => ({
    spoken: messages.flatMap(({ author, text, atMs }): Spoken[] => author === 'system' ? [] : [{ speaker: author, parts: [{ text, fromMs: atMs, toMs: atMs }] }]), durationMs: messages.at(-1)?.atMs ?? 0
});
