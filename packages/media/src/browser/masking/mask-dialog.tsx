import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { Button, Dialog, Field, FormErrors, formatFixed, NumberField, RadioGroup } from '@earshot/core/lib/browser/widgets';
import { type MaskReason, maskReasons } from '../../common/masking/mask';
import { SHORTEST_MASK_MS } from '../../common/masking/masked-ranges';
import type { TimeRange } from '../../common/player/time-range';
import { reasonName } from './mask-words';
import type { MaskChange } from './use-masking';

export interface MaskDialogProps {
    /** What is proposed, milliseconds: what was selected. */
    readonly place: TimeRange;
    readonly durationMs: number;
    /** Plays a stretch, to hear whether it begins and ends at the right moment. */
    onPlay(range: TimeRange): void;
    onMask(change: MaskChange): Promise<unknown>;
    onClose(): void;
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** Asks why, and from when until when exactly, before a stretch is masked. */
export function MaskDialog({ place, durationMs, onPlay, onMask, onClose }: MaskDialogProps): React.ReactElement {
    const [from, setFrom] = React.useState<number | null>(seconds(place[0]));
    const [to, setTo] = React.useState<number | null>(seconds(place[1]));
    const [reason, setReason] = React.useState<MaskReason>('card-number');
    const [error, setError] = React.useState<unknown>();
    const [busy, setBusy] = React.useState(false);
    const range: TimeRange = [Math.round((from ?? 0) * 1000), Math.min(durationMs, Math.round((to ?? 0) * 1000))];
    const tooShort = range[1] - range[0] < SHORTEST_MASK_MS;
    const submit = async (): Promise<void> => {
        if (tooShort || busy) {
            return;
        }
        setBusy(true);
        try {
            await onMask({ fromMs: range[0], toMs: range[1], reason });
            onClose();
        } catch (failure) {
            setError(failure);
            setBusy(false);
        }
    };
    const unit = nls.localize('earshot/media/mask/seconds', 's');
    return <Dialog size='small' title={nls.localize('earshot/media/mask/dialog', 'Mask a part of the recording')} onClose={onClose} onSubmit={() => void submit()} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/media/mask/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' icon='eye-closed' busy={busy} disabled={tooShort}>{nls.localize('earshot/media/mask/do', 'Mask')}</Button>
    </>}>
        <p className='m-dialog-text'>{nls.localize('earshot/media/mask/explanation', 'Everybody without the permission to lift masks hears silence here, in the player and in downloads. The original stays as it is.')}</p>
        <div className='m-mask-times'>
            <Field label={nls.localize('earshot/media/mask/from', 'From')}><NumberField value={from} onChange={setFrom} min={0} max={seconds(durationMs)} step={0.1} unit={unit} data-autofocus /></Field>
            <Field label={nls.localize('earshot/media/mask/to', 'Until')} error={tooShort ? nls.localize('earshot/media/mask/too-short', 'The end must lie after the beginning.') : undefined}>
                <NumberField value={to} onChange={setTo} min={0} max={seconds(durationMs) + 0.1} step={0.1} unit={unit} />
            </Field>
            <Button icon='play' disabled={tooShort} onClick={() => onPlay(range)}>{nls.localize('earshot/media/mask/play', 'Listen ({0} s)', formatFixed(Math.max(0, range[1] - range[0]) / 1000, 1))}</Button>
        </div>
        <Field group label={nls.localize('earshot/media/mask/reason', 'Why')}>
            <RadioGroup<MaskReason> value={reason} onChange={setReason} options={maskReasons.map(value => ({ value, label: reasonName(value) }))} />
        </Field>
        <FormErrors error={error} />
    </Dialog>;
}
