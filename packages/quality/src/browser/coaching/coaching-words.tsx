import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Tone } from '@earshot/core/lib/browser/widgets';
import type { CoachingNote } from '../../common/coaching/coaching-contract';
import type { CoachingState } from '../../common/coaching/coaching-state';

export function coachingStateText(state: CoachingState): string {
    switch (state) {
        case 'active': return nls.localize('earshot/quality/coaching-state/active', 'Under way');
        case 'reported': return nls.localize('earshot/quality/coaching-state/reported', 'To be signed off');
        case 'completed': return nls.localize('earshot/quality/coaching-state/completed', 'Completed');
        case 'stopped': return nls.localize('earshot/quality/coaching-state/stopped', 'Stopped');
    }
}

const looks: Readonly<Record<CoachingState, readonly [Tone, string]>> = { active: ['accent', 'mortar-board'], reported: ['caution', 'bell'], completed: ['good', 'pass'], stopped: ['neutral', 'circle-slash'] };

export const CoachingBadge = ({ state }: { readonly state: CoachingState }): React.ReactElement => <Badge tone={looks[state][0]} icon={looks[state][1]}>{coachingStateText(state)}</Badge>;

export function noteText(kind: CoachingNote['kind']): string | undefined {
    switch (kind) {
        case 'note': return undefined;
        case 'extended': return nls.localize('earshot/quality/coaching/note-extended', 'Extended');
        case 'completed': return coachingStateText('completed');
        case 'stopped': return coachingStateText('stopped');
    }
}

/** Agents find their own plans, everybody else those of the people they coach. */
export const coachingTitle = (own: boolean): string => own ? nls.localize('earshot/quality/coaching/mine', 'My coaching') : nls.localize('earshot/quality/coaching/title', 'Coaching');
