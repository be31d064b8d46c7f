import { calibrationOperations } from './calibration/calibration-contract';
import { coachingOperations } from './coaching/coaching-contract';
import { conversationOperations } from './conversation/conversation-contract';
import { evaluationOperations } from './evaluation/evaluation-contract';
import { feedbackOperations } from './feedback/feedback-contract';
import { interactionOperations, interactionStreams } from './interaction/interaction-contract';
import { phraseOperations } from './phrases/phrase-contract';
import { savedReportOperations } from './report/saved-report-contract';
import { reportOperations, reportStreams } from './report/report-contract';
import { retentionOperations } from './retention/retention-contract';
import { samplingOperations } from './sampling/sampling-contract';

/** Every operation of quality monitoring, on one page. */
export const qualityContract = { interactions: interactionOperations, conversations: conversationOperations, evaluations: evaluationOperations, phrases: phraseOperations, calibrations: calibrationOperations, feedback: feedbackOperations, coaching: coachingOperations, reports: reportOperations, savedReports: savedReportOperations, sampling: samplingOperations, retention: retentionOperations };
export const qualityStreams = { ...interactionStreams, ...reportStreams };
