import type { CalibrationState } from './calibration-contract';

export type CalibrationAction = 'open' | 'close' | 'settle';

/** The life of a session: prepared, scored blind, discussed, settled. There is no way back from closed: who has seen the others' ratings is no longer blind. What is not in the table is not possible. */
export const calibrationTransitions: readonly { readonly state: CalibrationState; readonly action: CalibrationAction; readonly next: CalibrationState }[] = [
    { state: 'draft', action: 'open', next: 'open' },
    { state: 'open', action: 'close', next: 'closed' },
    { state: 'closed', action: 'settle', next: 'settled' }
];

export const nextCalibrationState = (state: CalibrationState, action: CalibrationAction): CalibrationState | undefined =>
    calibrationTransitions.find(each => each.state === state && each.action === action)?.next;

export const possibleCalibrationActions = (state: CalibrationState): readonly CalibrationAction[] => calibrationTransitions.filter(each => each.state === state).map(each => each.action);

/** Whether ratings of others may be seen. */
export const isUnblinded = (state: CalibrationState): boolean => state === 'closed' || state === 'settled';

/** An evaluator is due for calibration this long after the last session they took part in: monthly, as the field asks. */
export const calibrationPeriodDays = 31;
