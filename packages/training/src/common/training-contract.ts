import { attemptOperations } from './attempt/attempt-contract';
import { certificateOperations } from './certificate/certificate-contract';
import { certificationOperations } from './certification/certification-contract';
import { diagramOperations } from './diagram/diagram-contract';
import { requestOperations, reviewOperations } from './document/care-contract';
import { requestCommentOperations, versionCommentOperations } from './document/comment-contract';
import { acknowledgementOperations, documentOperations, versionOperations } from './document/document-contract';
import { documentImportStreams } from './document-import/document-import-contract';
import { examOperations } from './exam/exam-contract';
import { itemAnalysisOperations } from './item-analysis/item-analysis-contract';
import { courseOperations } from './session/course-contract';
import { trainingSessionOperations } from './session/session-contract';
import { scriptRunOperations } from './script/script-run-contract';
import { transcriptOperations } from './transcript/transcript-contract';
import { questionOperations, questionStreams } from './question/question-contract';

/** What carries bytes. */
export const trainingStreams = { readDocumentFile: documentImportStreams.readFile, readQuestionFile: questionStreams.readFile };

/** Every operation of processes, exams and certification, on one page. */
export const trainingContract = {
    documents: documentOperations,
    documentVersions: versionOperations,
    documentDiagrams: diagramOperations,
    acknowledgements: acknowledgementOperations,
    scriptRuns: scriptRunOperations,
    exams: examOperations,
    attempts: attemptOperations,
    changeRequests: requestOperations,
    versionComments: versionCommentOperations,
    requestComments: requestCommentOperations,
    documentReviews: reviewOperations,
    certification: certificationOperations,
    certificates: certificateOperations,
    transcripts: transcriptOperations,
    questions: questionOperations,
    itemAnalyses: itemAnalysisOperations,
    courses: courseOperations,
    trainingSessions: trainingSessionOperations
};
