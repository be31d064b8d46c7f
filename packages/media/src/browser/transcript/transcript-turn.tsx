import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { formatDuration } from '@earshot/core/lib/browser/widgets';
import type { TranscriptHit } from '../../common/transcript/find-in-transcript';
import type { ShownTurn } from '../../common/transcript/transcript-contract';
import { roleName } from '../player/player-words';

export interface TranscriptTurnProps {
    readonly turn: ShownTurn;
    readonly index: number;
    /** The word that is being said, −1 where the turn is the last that was said but nothing is at the moment; undefined for other turns. */
    readonly said: number | undefined;
    readonly hits: readonly TranscriptHit[];
    readonly openHit: TranscriptHit | undefined;
    onPlay(ms: number): void;
}

const none: readonly never[] = [];

/** One turn: when, who, what. Every word plays from where it is said. */
export const TranscriptTurnLine = React.memo(function TranscriptTurnLine({ turn, index, said, hits = none, openHit, onPlay }: TranscriptTurnProps): React.ReactElement {
    const who = turn.role ? roleName(turn.role) : turn.speaker;
    const hitOf = (word: number): TranscriptHit | undefined => hits.find(each => word >= each.firstWord && word <= each.lastWord);
    const pressed = (event: React.MouseEvent): void => {
        const word = (event.target as HTMLElement).closest<HTMLElement>('[data-from]');
        if (word && !window.getSelection()?.toString()) {
            onPlay(Number(word.dataset.from));
        }
    };
    return <li className='m-said' data-role={turn.role ?? 'mixed'} data-turn={index} aria-current={said !== undefined || undefined}>
        <button type='button' className='m-said-time e-figures' aria-label={nls.localize('earshot/media/transcript/play-from', 'Play from {0}', formatDuration(turn.fromMs))} onClick={() => onPlay(turn.fromMs)}>{formatDuration(turn.fromMs)}</button>
        <span className='m-said-who'>{who}</span>
        {/* the words play by pointer; by keyboard the time of the turn does */}
        <span className='m-said-words' onClick={pressed}>{turn.words.map((word, place) => {
            if (word.hidden) {
                return <span key={place} className='m-said-hidden' data-from={word.fromMs}>{nls.localize('earshot/media/transcript/masked', 'masked')}</span>;
            }
            const hit = hitOf(place);
            return <span key={place} data-from={word.fromMs} className={hit ? hit === openHit ? 'm-said-hit m-said-hit-open' : 'm-said-hit' : undefined} data-said={place === said || undefined}>{word.text}</span>;
        })}</span>
    </li>;
});
