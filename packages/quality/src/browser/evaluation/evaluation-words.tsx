import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Icon, type Tone } from '@earshot/core/lib/browser/widgets';
import type { EvaluationRow, EvaluationState } from '../../common/evaluation/evaluation-contract';

export function stateText(state: EvaluationState): string {
    switch (state) {
        case 'draft': return nls.localize('earshot/quality/evaluation-state/draft', 'Draft');
        case 'submitted': return nls.localize('earshot/quality/evaluation-state/submitted', 'Submitted');
        case 'revision-draft': return nls.localize('earshot/quality/evaluation-state/revision-draft', 'Correction begun');
        case 'revision-pending': return nls.localize('earshot/quality/evaluation-state/revision-pending', 'Correction to approve');
        case 'superseded': return nls.localize('earshot/quality/evaluation-state/superseded', 'Replaced');
    }
}

const looks: Readonly<Record<EvaluationState, readonly [Tone, string]>> = {
    draft: ['neutral', 'edit'], submitted: ['good', 'pass'], 'revision-draft': ['neutral', 'edit'], 'revision-pending': ['caution', 'watch'], superseded: ['neutral', 'history']
};

export const StateBadge = ({ state }: { readonly state: EvaluationState }): React.ReactElement =>
    <Badge tone={looks[state][0]} icon={looks[state][1]}>{stateText(state)}</Badge>;

/** A score with what matters beside it: zero by a critical error, or how many critical errors. */
export const ScoreCell = ({ percent, autoFail, criticalErrors }: Pick<EvaluationRow, 'percent' | 'autoFail' | 'criticalErrors'>): React.ReactElement =>
    <span className='q-score'>
        {criticalErrors > 0 && <span className='q-critical'><Icon name='error' label={autoFail ? nls.localize('earshot/quality/score/auto-fail', 'Zero by critical error') : nls.localize('earshot/quality/score/critical-errors', 'Critical errors: {0}', criticalErrors)} /></span>}
        <span className='e-figures'>{percentText(percent)}</span>
    </span>;

export const purposeText = (purpose: EvaluationRow['purpose']): string =>
    purpose === 'calibration' ? nls.localize('earshot/quality/purpose/calibration', 'Calibration') : purpose === 'agreement' ? nls.localize('earshot/quality/purpose/agreement', 'Second scoring') : nls.localize('earshot/quality/purpose/monitoring', 'Monitoring');
