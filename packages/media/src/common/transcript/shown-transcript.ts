import type { ChannelRole } from '../media-contract';
import { isHidden } from '../masking/masked-ranges';
import type { TimeRange } from '../player/time-range';
import { roleOf, type TranscriptTurn } from './transcript';
import type { ShownTurn } from './transcript-contract';

/**
 * Turns as they are shown, without what masks hide. Hidden words in a row become one without text, so that not even their number is told.
 * Where the times of words are only estimated, a mask that touches a turn hides all of it.
 * @param hidden merged stretches in order, none for those who may see everything.
 */
export const shownTurns = (turns: readonly TranscriptTurn[], timing: 'words' | 'turns', hidden: readonly TimeRange[], roles: readonly ChannelRole[]): ShownTurn[] => turns.map(turn => {
    const { fromMs, toMs, speaker = null } = turn;
    const whole = timing === 'turns' && isHidden(hidden, fromMs, toMs);
    const words: ShownTurn['words'] = [];
    for (const word of turn.words) {
        const last = words[words.length - 1];
        if (!whole && !isHidden(hidden, word.fromMs, word.toMs)) {
            words.push({ ...word });
        } else if (last?.hidden) {
            words[words.length - 1] = { ...last, toMs: Math.max(last.toMs, word.toMs) };
        } else {
            words.push({ text: '', fromMs: word.fromMs, toMs: word.toMs, hidden: true });
        }
    }
    return { fromMs, toMs, role: roleOf(turn, roles) ?? null, speaker, words };
});
