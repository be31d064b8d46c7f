import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Button, formatList, Notice } from '@earshot/core/lib/browser/widgets';
import type { OverturnedCall } from '../../common/calibration/calibration-contract';
import { qualityContract } from '../../common/quality-contract';
import { useFormDefinition } from '../coaching/use-coaching';
import { namedForm } from '../evaluation/use-evaluation';
import type { PickedCall } from './call-picker';

export interface OverturnedSuggestionProps {
    readonly formId: string;
    readonly calls: readonly PickedCall[];
    onAdd(calls: readonly PickedCall[]): void;
}

const none: readonly OverturnedCall[] = [];

/** Calls of which ratings were overturned after a dispute: where evaluators and whoever decided see things differently, calibration has something to do. */
export function OverturnedSuggestion({ formId, calls, onAdd }: OverturnedSuggestionProps): React.ReactElement | null {
    const client = useClient(qualityContract);
    const { data = none } = useQuery<readonly OverturnedCall[]>({ queryKey: ['calibration', 'overturned', formId], meta: { shows: ['evaluation'] }, queryFn: async ({ signal }) => client.calibrations.overturned({ formId }, { signal }) as Promise<OverturnedCall[]> });
    const definition = useFormDefinition(data.length > 0 ? formId : null);
    const names = React.useMemo(() => definition && namedForm(definition), [definition]);
    const left = data.filter(each => !calls.some(one => one.id === each.interactionId));
    return left.length === 0 ? null : <Notice icon='law' actions={<Button small icon='add' onClick={() => onAdd(left.map(({ interactionId, callId, startedAt, durationMs, agentName }) => ({ id: interactionId, callId, startedAt, durationMs, agentName })))}>
        {nls.localize('earshot/quality/overturned/add', 'Add them')}
    </Button>}>
        {left.length === 1 ? nls.localize('earshot/quality/overturned/one', 'Ratings of one call were overturned after a dispute, and no session has had it since.') : nls.localize('earshot/quality/overturned/some', 'Ratings of {0} calls were overturned after a dispute, and no session has had them since.', left.length)}
        <ul className='q-overturned'>{left.slice(0, 5).map(each => <li key={each.interactionId}>
            <strong>{each.callId}</strong> {names && formatList(each.questionIds.map(names.shortNameOf))}
        </li>)}</ul>
    </Notice>;
}
