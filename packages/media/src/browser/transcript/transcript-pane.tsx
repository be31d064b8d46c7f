import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Button, EmptyState, formatDate, formatNumber, IconButton, Notice, Skeleton, TextField } from '@earshot/core/lib/browser/widgets';
import { findInTranscript, type TranscriptHit } from '../../common/transcript/find-in-transcript';
import type { Transcript } from '../../common/transcript/transcript-contract';
import type { PlayerController } from '../player/player-controller';
import { useRecording } from '../player/use-recording';
import { MaskSuggestions } from './mask-suggestions';
import { TranscriptTurnLine } from './transcript-turn';
import { TranscriptUpload } from './transcript-upload';
import { useFollowing } from './use-following';
import { usePlaceSaid, useTranscript } from './use-transcript';

export interface TranscriptPaneProps {
    readonly recordingId: string;
    /** The player beside it. */
    readonly player: React.RefObject<PlayerController>;
}

/** What is said, in step with the sound: search in it, press a word to hear it. */
export function TranscriptPane({ recordingId, player }: TranscriptPaneProps): React.ReactElement {
    const { data, isPending } = useTranscript(recordingId);
    const { data: recording } = useRecording(recordingId);
    const gone = recording?.transcriptDeletion;
    return <section className='m-transcript' aria-label={nls.localize('earshot/media/transcript/title', 'Transcript')}>
        {isPending ? <Skeleton lines={6} /> : data ? <TranscriptText transcript={data} player={player} />
            : gone ? <EmptyState icon='trash' title={gone.rule ? nls.localize('earshot/media/transcript/deleted-by-rule', 'Transcript deleted on {0} under the rule “{1}”', formatDate(gone.at), gone.rule) : nls.localize('earshot/media/transcript/deleted', 'Transcript deleted on {0}', formatDate(gone.at))} />
                : <EmptyState icon='comment-discussion' title={nls.localize('earshot/media/transcript/none', 'There is no transcript of this recording.')} action={recording?.state === 'deleted' ? undefined : <TranscriptUpload recordingId={recordingId} />} />}
    </section>;
}

/** Lists that stay the same while what is looked for does: a turn is drawn again only when its own list changes. */
function byTurn(hits: readonly TranscriptHit[]): ReadonlyMap<number, readonly TranscriptHit[]> {
    const found = new Map<number, TranscriptHit[]>();
    hits.forEach(each => found.set(each.turn, [...found.get(each.turn) ?? [], each]));
    return found;
}

const noHits: readonly TranscriptHit[] = [];

function TranscriptText({ transcript, player }: { readonly transcript: Transcript; readonly player: React.RefObject<PlayerController> }): React.ReactElement {
    const { turns } = transcript;
    const said = usePlaceSaid(turns, player);
    const [query, setQuery] = React.useState('');
    const [open, setOpen] = React.useState(0);
    const hits = React.useMemo(() => findInTranscript(turns, query), [turns, query]);
    const hitsByTurn = React.useMemo(() => byTurn(hits), [hits]);
    const openHit = hits[Math.min(open, hits.length - 1)];
    const shownTurn = query ? openHit?.turn : said?.turn;
    const { list, following, follow, onScroll } = useFollowing(`${shownTurn} ${query ? open : ''}`, container => container.querySelector(`[data-turn="${shownTurn}"]`));
    const play = React.useCallback((ms: number): void => {
        player.current?.seek(ms);
        player.current?.play();
        follow();
    }, [player, follow]);
    const step = (by: number): void => {
        if (hits.length) {
            const next = (Math.min(open, hits.length - 1) + by + hits.length) % hits.length;
            setOpen(next);
            player.current?.seek(hits[next]!.fromMs);
            follow();
        }
    };
    const search = nls.localize('earshot/media/transcript/search', 'Search what is said');
    return <>
        <div className='m-transcript-tools'>
            <TextField icon='search' clearable value={query} placeholder={search} aria-label={search} onChange={value => { setQuery(value); setOpen(0); }}
                onKeyDown={event => { if (event.key === 'Enter') { event.preventDefault(); step(event.shiftKey ? -1 : 1); } }} />
            {query && <span className='m-transcript-count e-figures' role='status'>{hits.length ? nls.localize('earshot/media/transcript/hits', '{0} of {1}', formatNumber(Math.min(open, hits.length - 1) + 1), formatNumber(hits.length)) : nls.localize('earshot/media/transcript/no-hits', 'not said')}</span>}
            {hits.length > 0 && <>
                <IconButton icon='arrow-up' label={nls.localize('earshot/media/transcript/previous', 'Previous place')} onClick={() => step(-1)} />
                <IconButton icon='arrow-down' label={nls.localize('earshot/media/transcript/next', 'Next place')} onClick={() => step(1)} />
            </>}
            {!following && <Button small variant='quiet' icon='sync' onClick={follow}>{nls.localize('earshot/media/transcript/follow', 'Follow the sound')}</Button>}
        </div>
        <MaskSuggestions recordingId={transcript.recordingId} player={player} />
        {transcript.problems.length > 0 && <Notice tone='caution'>{nls.localize('earshot/media/transcript/problems', 'Parts of the file could not be read, in line or item {0}.', transcript.problems.map(each => formatNumber(each.place)).join(', '))}</Notice>}
        <ol ref={list} className='m-transcript-turns' tabIndex={0} aria-label={nls.localize('earshot/media/transcript/turns', 'What is said')} onScroll={onScroll}>
            {turns.map((turn, index) => <TranscriptTurnLine key={index} turn={turn} index={index} said={said?.turn === index ? said.word : undefined} hits={hitsByTurn.get(index) ?? noHits}
                openHit={openHit?.turn === index ? openHit : undefined} onPlay={play} />)}
        </ol>
        <TranscriptUpload recordingId={transcript.recordingId} replaces />
    </>;
}
