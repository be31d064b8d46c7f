import type { ScoredCell } from '@earshot/statistics';
import { severityFindings } from '../../common/report/severity-findings';
import { answerTasks } from '../thread/answer-tasks';

/** The thread in which `SeverityReport` has its model computed. */
answerTasks((cells: readonly ScoredCell[]) => severityFindings(cells));
