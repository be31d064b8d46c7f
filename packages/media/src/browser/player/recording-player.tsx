import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useSession, useStore } from '@earshot/core/lib/browser/application';
import { Skeleton } from '@earshot/core/lib/browser/widgets';
import { hiddenRanges } from '../../common/masking/masked-ranges';
import type { Recording } from '../../common/media-contract';
import type { RecordingMark } from '../../common/player/mark-clusters';
import { skippedSilences } from '../../common/player/silence-skipping';
import type { TimeRange } from '../../common/player/time-range';
import { voiceBands } from '../../common/player/voice-bands';
import { MaskDialog } from '../masking/mask-dialog';
import { MaskList } from '../masking/mask-list';
import { useMasking } from '../masking/use-masking';
import { ChannelColumn } from './channel-column';
import { MarkList } from './mark-list';
import type { PlayerController } from './player-controller';
import { PlayerControls } from './player-controls';
import type { PlayerModel } from './player-model';
import { legendKinds, legendName, type LegendKind } from './player-words';
import { PositionSlider } from './position-slider';
import { DeletedRecording, FailedRecording, MaskingRecording, MissingRecording, ProcessingRecording, RecordingWarnings, SoundFailed } from './recording-state';
import { stageLayout } from './stage-layout';
import { TurnList } from './turn-list';
import { useChannelExchange } from './use-channel-exchange';
import { useListeningReport } from './use-listening-report';
import { usePlayerKeys } from './use-player-keys';
import { usePlayerModel } from './use-player-model';
import { useActivity, useRecording } from './use-recording';
import { WaveformStage } from './waveform-stage';

export interface RecordingPlayerProps {
    readonly recordingId: string;
    /** What the page knows of the recording already: saves one request before anything is seen. */
    readonly recording?: Recording;
    readonly marks?: readonly RecordingMark[];
    /** The mark that is looked at elsewhere on the page. */
    readonly openMark?: string;
    /** A mark was chosen in the player; it is played as well. */
    onMarkOpen?(id: string): void;
    /** Somebody wants a mark at this place: the button, or M. Without it none can be made. */
    onMarkRequest?(place: { readonly fromMs: number; readonly toMs: number }): void;
    /** What was listened to in earlier sessions. */
    readonly listened?: readonly TimeRange[];
    /**
     * What was really played since the last call: merged, whole milliseconds; every ten seconds, at each pause and at the end.
     * The last call may come while the window is being closed: send it with `keepalive`.
     */
    onListened?(ranges: readonly TimeRange[]): void;
    readonly controllerRef?: React.Ref<PlayerController>;
    /** Whether the player's keys are those of the page (default), or none are registered: for a second player on a page. */
    readonly keys?: 'page' | 'none';
    /** Of each waveform, pixels. */
    readonly channelHeight?: number;
}

const none: readonly never[] = [];
/** What is proposed to be masked where nothing is selected: whoever hears a number being read out presses the key at once. */
const JUST_HEARD_MS = 2000;

/** A recording to look at and to listen to. While it is being processed it says so; when it failed, why. */
export function RecordingPlayer(props: RecordingPlayerProps): React.ReactElement {
    const { data, error, refetch } = useRecording(props.recordingId, props.recording);
    const content = !data ? error ? <MissingRecording error={error} onRetry={() => void refetch()} /> : <Skeleton height='10rem' />
        : data.state === 'processing' ? <ProcessingRecording recording={data} />
            : data.state === 'failed' ? <FailedRecording recording={data} />
                : data.state === 'deleted' ? <DeletedRecording deletion={data.deletion} />
                    : <ReadyRecording {...props} recording={data} />;
    return <section className='m-player' aria-label={nls.localize('earshot/media/player/name', 'Recording')}>{content}</section>;
}

function ReadyRecording(props: RecordingPlayerProps & { readonly recording: Recording }): React.ReactElement {
    const { recording } = props;
    const mayLift = useSession().may('recording:unmask') && recording.masks.length > 0;
    const [wanted, setWanted] = React.useState(false);
    const unmasked = wanted && mayLift;
    return recording.maskState === 'preparing' && !unmasked ? <MaskingRecording recording={recording} onUnmasked={mayLift ? () => setWanted(true) : undefined} />
        : <PlayableRecording {...props} unmasked={unmasked} onUnmasked={mayLift ? setWanted : undefined} />;
}

interface PlayableProps extends RecordingPlayerProps {
    readonly recording: Recording;
    /** Whether masked parts are heard. */
    readonly unmasked: boolean;
    onUnmasked?(unmasked: boolean): void;
}

function PlayableRecording(props: PlayableProps): React.ReactElement {
    const { recording, unmasked, listened = none, onListened, controllerRef, keys = 'page' } = props;
    const report = useListeningReport(recording.id, unmasked);
    const model = usePlayerModel(recording, unmasked, listened, ranges => {
        report(ranges);
        onListened?.(ranges);
    });
    const masking = useMasking(recording);
    const [masked, setMasked] = React.useState<TimeRange>();
    const mask = masking.mask && model ? () => setMasked(model.selection ?? [Math.max(0, model.positionMs - JUST_HEARD_MS), Math.max(JUST_HEARD_MS, model.positionMs)]) : undefined;
    React.useImperativeHandle(controllerRef, () => model as PlayerController, [model]);
    const mark = props.onMarkRequest && model ? () => props.onMarkRequest!(model.markNow()) : undefined;
    const keyLabels = usePlayerKeys(model, keys === 'page', mark, mask);
    return <>
        <RecordingWarnings warnings={recording.warnings} />
        {model ? <PlayerFace {...props} model={model} mark={mark} onMask={mask} onLift={masking.lift} keyLabels={keyLabels} /> : <Skeleton height='10rem' />}
        {masked && masking.mask && model && <MaskDialog place={masked} durationMs={model.durationMs} onPlay={model.playRange} onClose={() => setMasked(undefined)}
            onMask={async change => { await masking.mask!(change); model.select(undefined); }} />}
    </>;
}

interface PlayerFaceProps extends PlayableProps {
    readonly model: PlayerModel;
    readonly mark: (() => void) | undefined;
    readonly onMask: (() => void) | undefined;
    readonly onLift: ((maskId: string) => void) | undefined;
    readonly keyLabels: ReturnType<typeof usePlayerKeys>;
}

function PlayerFace({ recording, model, marks = none, openMark, onMarkOpen, channelHeight = 44, mark, onMask, onLift, unmasked, onUnmasked, keyLabels }: PlayerFaceProps): React.ReactElement {
    const { failed } = useStore(model.playback.state);
    const activity = useActivity(recording);
    const { exchange, exchanging } = useChannelExchange(recording);
    const [openList, setOpenList] = React.useState<string>();
    const { roles } = recording;
    const bands = React.useMemo(() => activity ? voiceBands(activity.segments, roles, model.durationMs, activity.holdMusic) : [], [activity, roles, model]);
    React.useEffect(() => { model.playback.skipped = skippedSilences(bands); }, [model, bands]);
    const layout = stageLayout(roles.length, marks.length > 0, channelHeight);
    const hidden = React.useMemo(() => hiddenRanges(recording.masks), [recording.masks]);
    const openMarkAndPlay = (id: string): void => {
        const chosen = marks.find(each => each.id === id);
        if (chosen) {
            model.playRange([chosen.fromMs, chosen.toMs]);
            onMarkOpen?.(id);
        }
    };
    const lists = [
        ...marks.length ? [{ id: 'marks', icon: 'bookmark', label: nls.localize('earshot/media/mark/count', 'Marks ({0})', marks.length) }] : [],
        ...recording.masks.length ? [{ id: 'masks', icon: 'eye-closed', label: nls.localize('earshot/media/mask/count', 'Masked parts ({0})', recording.masks.length) }] : [],
        ...bands.length ? [{ id: 'turns', icon: 'list-unordered', label: nls.localize('earshot/media/turns/name', 'Who speaks when, in words') }] : []
    ];
    return <div className='m-face' onKeyDown={event => handleKey(event, model)}>
        {failed && <SoundFailed onRetry={() => model.playback.retry()} />}
        <div className='m-picture'>
            <ChannelColumn model={model} layout={layout} roles={roles} onExchange={exchange} exchanging={exchanging} />
            <WaveformStage model={model} layout={layout} roles={roles} bands={bands} marks={marks} openMark={openMark} onMark={openMarkAndPlay} hidden={hidden} unmasked={unmasked} />
            <PositionSlider model={model} bands={bands} customerAbove={roles[0] === 'customer'} marks={marks} />
            <Legend kinds={legendKinds.filter(kind => bands.some(each => each.kind === kind))} />
        </div>
        <PlayerControls model={model} keys={keyLabels} canSkip={bands.length > 0} onMark={mark} onMask={onMask} unmasked={unmasked} onUnmasked={onUnmasked} lists={lists} openList={openList} onList={setOpenList} />
        {openList === 'marks' && <MarkList marks={marks} openMark={openMark} onMark={openMarkAndPlay} />}
        {openList === 'masks' && <MaskList model={model} recording={recording} onLift={onLift} />}
        {openList === 'turns' && <TurnList model={model} bands={bands} />}
    </div>;
}

/** What the bands mean, in a row of its own: beside the slider it would be cut. */
const Legend = ({ kinds }: { readonly kinds: readonly LegendKind[] }): React.ReactElement =>
    <ul className='m-legend' aria-hidden='true'>{kinds.map(kind => <li key={kind} data-kind={kind}>{legendName(kind)}</li>)}</ul>;

/** Keys that act while the focus is in the player, besides those of the slider. */
function handleKey(event: React.KeyboardEvent, model: PlayerModel): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target.closest('[role="menu"]')) {
        return;
    }
    if (event.key === '+' || event.key === '=') {
        model.zoom(2);
    } else if (event.key === '-') {
        model.zoom(0.5);
    } else if (event.key === '0') {
        model.showAll();
    } else if (event.key === 'Escape' && model.selection) {
        model.select(undefined);
    } else if (event.key === ' ' && target.getAttribute('role') === 'slider') {
        model.toggle();
    } else {
        return;
    }
    event.preventDefault();
    event.stopPropagation();
}
