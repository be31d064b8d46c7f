import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, type Tone } from '@earshot/core/lib/browser/widgets';
import type { CalibrationState } from '../../common/calibration/calibration-contract';
import type { CalibrationAction } from '../../common/calibration/calibration-state';

export function calibrationStateText(state: CalibrationState): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/quality/calibration-state/draft', 'In preparation');
        case 'open': return nls.localize('earshot/quality/calibration-state/open', 'Open');
        case 'closed': return nls.localize('earshot/quality/calibration-state/closed', 'Under discussion');
        case 'settled': return nls.localize('earshot/quality/calibration-state/settled', 'Settled');
    }
}

const looks: Readonly<Record<CalibrationState, readonly [Tone, string]>> = { draft: ['neutral', 'edit'], open: ['accent', 'record'], closed: ['caution', 'comment-discussion'], settled: ['good', 'pass'] };

export const CalibrationBadge = ({ state }: { readonly state: CalibrationState }): React.ReactElement => <Badge tone={looks[state][0]} icon={looks[state][1]}>{calibrationStateText(state)}</Badge>;

export interface ActionWords { readonly label: string; readonly icon: string; readonly title: string; readonly consequence: string; readonly done: string }

/** What pressing a button of the session means; each of them cannot be taken back, so it says so. */
export function actionWords(action: CalibrationAction): ActionWords {
    switch (action) {
        case 'open': return {
            label: nls.localize('earshot/quality/calibration-action/open', 'Open'), icon: 'play', title: nls.localize('earshot/quality/calibration-action/open-title', 'Open the session?'),
            consequence: nls.localize('earshot/quality/calibration-action/open-consequence', 'The panel is told and can rate. Form, calls, expert and tolerance are fixed from then on.'),
            done: nls.localize('earshot/quality/calibration-action/opened', 'The session is open; the panel is told.')
        };
        case 'close': return {
            label: nls.localize('earshot/quality/calibration-action/close', 'Close'), icon: 'debug-stop', title: nls.localize('earshot/quality/calibration-action/close-title', 'Close the session?'),
            consequence: nls.localize('earshot/quality/calibration-action/close-consequence', 'Everybody on the panel sees all ratings. Nothing can be rated afterwards, and the session is not opened again.'),
            done: nls.localize('earshot/quality/calibration-action/closed', 'The session is closed; here is the result.')
        };
        case 'settle': return {
            label: nls.localize('earshot/quality/calibration-action/settle', 'Settle'), icon: 'pass', title: nls.localize('earshot/quality/calibration-action/settle-title', 'Settle the session?'),
            consequence: nls.localize('earshot/quality/calibration-action/settle-consequence', 'What the panel agreed on stands from then on. Rulings can still be changed.'),
            done: nls.localize('earshot/quality/calibration-action/settled', 'The session is settled.')
        };
    }
}
