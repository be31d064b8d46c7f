import { calibrationSummary } from '../../common/calibration/calibration-summary';
import type { CalibrationPanel } from '../../common/calibration/panel';
import { answerTasks } from '../thread/answer-tasks';

/** The thread in which `SummaryThread` has its summaries computed. */
answerTasks((panel: CalibrationPanel) => calibrationSummary(panel));
