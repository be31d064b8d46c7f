import { acknowledgementOperations, documentOperations, versionOperations } from './document/document-contract';

/** Every operation of processes, exams and certification, on one page. */
export const trainingContract = {
    documents: documentOperations,
    documentVersions: versionOperations,
    acknowledgements: acknowledgementOperations
};
