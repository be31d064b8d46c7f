import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, DateField, Dialog, Field, FormErrors, NumberField, PersonPicker, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import { useForms } from '../evaluation/use-forms';
import { endOfDay } from '../filter/day-range';
import { toLocalField } from '../interaction/local-time';
import { type PickedCall, CallPicker } from './call-picker';
import { OverturnedSuggestion } from './overturned-suggestion';
import { type PanelMember, PanelPicker } from './panel-picker';
import type { CalibrationSession } from './use-calibrations';

export interface SessionSheetProps {
    /** A session that is changed; otherwise one is prepared. */
    readonly session?: CalibrationSession;
    /** Calls to begin with. */
    readonly interactionIds?: readonly string[];
    onClose(): void;
    onDone(id: string): void;
}

/** The last day of a due date: the moment is the end of that day. */
const dayOf = (dueAt: string | null): string | null => dueAt && toLocalField(new Date(dueAt).getTime() - 1).slice(0, 10);
const usualTolerance = 5;

interface SheetDraft {
    readonly title: string;
    readonly formId: string | undefined;
    readonly calls: readonly PickedCall[];
    readonly panel: readonly PanelMember[];
    readonly expertId: string | null;
    readonly due: string | null;
    readonly tolerance: number | null;
}

const beginning = (session: CalibrationSession | undefined): SheetDraft => ({
    title: session?.title ?? '', formId: session?.formId, calls: session?.interactions.map(each => ({ id: each.interactionId, ...each })) ?? [],
    panel: session?.panel.filter(each => each.raterId !== session.expertId).map(each => ({ id: each.raterId, name: each.name })) ?? [],
    expertId: session?.expertId ?? null, due: dayOf(session?.dueAt ?? null), tolerance: session?.tolerance ?? usualTolerance
});

/** Everything that a calibration session needs, before it opens; afterwards its title, due date and panel. */
export function SessionSheet({ session, interactionIds = [], onClose, onDone }: SessionSheetProps): React.ReactElement {
    const client = useClient(qualityContract);
    const { forms, preferred } = useForms();
    const fixed = session !== undefined && session.state !== 'draft';
    const [draft, setDraft, forget] = useDraft(`quality.session.${session ? `${session.id}/${session.version}` : 'new'}`, beginning(session));
    const { title, calls, panel, expertId, due, tolerance } = draft;
    const change = (part: Partial<SheetDraft>): void => setDraft({ ...draft, ...part });
    const [tried, setTried] = React.useState(false);
    useGivenCalls(session ? [] : interactionIds, given => change({ calls: given }));
    const formId = draft.formId ?? preferred?.id;

    const save = useChange({
        run: () => {
            const dueAt = endOfDay(due ?? undefined) ?? null;
            const raterIds = panel.map(each => each.id).filter(each => each !== expertId);
            const rest = { formId: formId!, interactionIds: calls.map(each => each.id), expertId, tolerance: tolerance! };
            const common = { title: title.trim(), dueAt, raterIds };
            return session ? client.calibrations.change({ id: session.id, version: session.version, ...common, ...fixed ? {} : rest }) : client.calibrations.create({ ...common, ...rest });
        },
        invalidates: [['calibration']], failures: 'form', then: ({ id }) => { forget(); onClose(); onDone(id); },
        done: () => session ? nls.localize('earshot/quality/sheet/changed', 'The session is changed.') : nls.localize('earshot/quality/sheet/prepared', 'The session is prepared. Open it when the panel should begin.')
    });
    const problem = useProblems(save.error);
    const needed = nls.localize('earshot/quality/sheet/needed', 'This is needed.');
    const raters = new Set(expertId ? [...panel.map(each => each.id), expertId] : panel.map(each => each.id)).size;
    const missing = {
        title: title.trim() ? undefined : needed, form: formId ? undefined : needed, tolerance: tolerance === null ? nls.localize('earshot/quality/sheet/tolerance-range', 'Write a number from 0 to 50.') : undefined,
        calls: calls.length > 0 ? undefined : nls.localize('earshot/quality/sheet/no-calls', 'Choose at least one call; from five on, coefficients can be computed.'),
        panel: raters >= 2 && panel.some(each => each.id !== expertId) ? undefined : nls.localize('earshot/quality/sheet/no-panel', 'At least two people have to rate.')
    };
    const said = (name: keyof typeof missing, path: string): string | undefined => problem(path) ?? (tried ? missing[name] : undefined);
    const submit = (): void => {
        setTried(true);
        if (Object.values(missing).every(each => each === undefined)) {
            save.mutate(undefined);
        }
    };
    return <Dialog size='large' onClose={onClose} onSubmit={submit}
        title={session ? nls.localize('earshot/quality/sheet/change-title', 'Change the session') : nls.localize('earshot/quality/calibrations/prepare', 'Prepare a session')}
        footer={<><Button onClick={() => { forget(); onClose(); }}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' busy={save.isPending}>{session ? nls.localize('earshot/quality/actions/save', 'Save') : nls.localize('earshot/quality/sheet/prepare', 'Prepare')}</Button></>}>
        <FormErrors error={save.error} fields={['title', 'formId', 'interactionIds', 'raterIds', 'tolerance', 'dueAt']} />
        <div className='q-sheet'>
            <div className='q-sheet-facts'>
                <Field label={nls.localize('earshot/quality/sheet/title', 'Title')} required error={said('title', 'title')}><TextField value={title} onChange={value => change({ title: value })} maxLength={200} data-autofocus='' placeholder={nls.localize('earshot/quality/sheet/title-hint', 'Billing calls, November')} /></Field>
                <Field label={nls.localize('earshot/quality/evaluation/form', 'Form')} required error={said('form', 'formId')}>
                    <Select value={formId ?? null} disabled={fixed} onChange={value => change({ formId: value })} placeholder={nls.localize('earshot/quality/sheet/form-hint', 'Choose a form')} options={(forms ?? []).map(each => ({ value: each.id, label: formText(each.title) }))} />
                </Field>
                <div className='q-sheet-pair'>
                    <Field label={nls.localize('earshot/quality/calibration/due', 'Due')} error={problem('dueAt')}><DateField value={due} onChange={value => change({ due: value })} /></Field>
                    <Field label={nls.localize('earshot/quality/sheet/tolerance', 'Tolerance')} error={said('tolerance', 'tolerance')}>
                        <NumberField value={tolerance} onChange={value => change({ tolerance: value })} min={0} max={50} disabled={fixed} unit={nls.localize('earshot/quality/sheet/points', 'points')} />
                    </Field>
                </div>
                <Field group label={nls.localize('earshot/quality/calibration/raters', 'Panel')} required error={said('panel', 'raterIds')}><PanelPicker members={panel} onChange={value => change({ panel: value })} /></Field>
                <Field label={nls.localize('earshot/quality/sheet/expert', 'Expert')} help={nls.localize('earshot/quality/sheet/expert-help', 'Rates too; everybody else is held against this person’s ratings. Without an expert, against what most agree on.')}>
                    <PersonPicker value={expertId} onChange={value => change({ expertId: value })} disabled={fixed} />
                </Field>
            </div>
            <Field group label={nls.localize('earshot/quality/calibration/calls', 'Calls')} required error={said('calls', 'interactionIds')}>{!fixed && formId && <OverturnedSuggestion formId={formId} calls={calls} onAdd={more => change({ calls: [...calls, ...more] })} />}<CallPicker calls={calls} onChange={value => change({ calls: value })} disabled={fixed} /></Field>
        </div>
    </Dialog>;
}

/** The calls that were marked in the list, by their ids. */
function useGivenCalls(ids: readonly string[], onCalls: (calls: readonly PickedCall[]) => void): void {
    const client = useClient(qualityContract);
    const { data } = useQuery({
        queryKey: ['interaction', 'given', ids.join(',')], enabled: ids.length > 0, staleTime: Infinity,
        queryFn: async ({ signal }) => (await Promise.allSettled(ids.slice(0, 50).map(id => client.interactions.get({ id }, { signal })))).flatMap(each => each.status === 'fulfilled' ? [each.value] : [])
    });
    const latest = React.useRef(onCalls);
    latest.current = onCalls;
    React.useEffect(() => {
        if (data) {
            latest.current(data);
        }
    }, [data]);
}
