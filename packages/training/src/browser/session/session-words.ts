import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets';
import type { AttendanceMark } from '../../common/session/attendance';
import type { SessionState } from '../../common/session/session-state';

export function sessionStateText(state: SessionState): string {
    switch (state) {
        case 'planned': return nls.localize('earshot/training/session/states/planned', 'Planned');
        case 'held': return nls.localize('earshot/training/session/states/held', 'Held');
        case 'cancelled': return nls.localize('earshot/training/session/states/cancelled', 'Cancelled');
    }
}
export const sessionStateTone = (state: SessionState): Tone => state === 'held' ? 'good' : state === 'planned' ? 'accent' : 'neutral';
export const sessionStateIcon = (state: SessionState): string => state === 'held' ? 'check' : state === 'planned' ? 'calendar' : 'circle-slash';

export function markText(mark: AttendanceMark): string {
    switch (mark) {
        case 'present': return nls.localize('earshot/training/session/marks/present', 'Present');
        case 'late': return nls.localize('earshot/training/session/marks/late', 'Late');
        case 'excused': return nls.localize('earshot/training/session/marks/excused', 'Excused');
        case 'absent': return nls.localize('earshot/training/session/marks/absent', 'Absent');
    }
}
export const markTone = (mark: AttendanceMark): Tone => mark === 'present' ? 'good' : mark === 'absent' ? 'critical' : 'caution';
export const markIcon = (mark: AttendanceMark): string => ({ present: 'check', late: 'watch', excused: 'info', absent: 'close' })[mark];

/** What is measured of people, by the kind that the server names. */
export const measureText = (measure: string): string => measure === 'evaluation-score' ? nls.localize('earshot/training/session/effect/evaluation-score', 'Mean evaluation score') : measure;
