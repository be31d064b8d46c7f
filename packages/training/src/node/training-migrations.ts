import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { attemptFocusMigration, attemptMigration, attemptRubricMigration, viewTimeMigration } from './attempt/attempt-migration';
import { certificateMigration } from './certificate/certificate-migration';
import { certificationCareMigration, certificationMigration, certificationPositionMigration } from './certification/certification-migration';
import { diagramMigration } from './diagram/diagram-tables';
import { careMigration } from './document/care-migration';
import { commentMigration } from './document/comment-tables';
import { documentMigration } from './document/document-migration';
import { examContributorMigration, examMigration, examOwnerMigration, ruledAssignmentMigration } from './exam/exam-migration';
import { findingMigration } from './item-analysis/finding-migration';
import { questionMigration } from './question/question-migration';
import { sessionMigration } from './session/session-migration';
import { scriptMigration } from './script/script-run-tables';

export const trainingMigrations: PackageMigrations = {
    schema: 'training', migrations: {
        '2026-11-24-documents': documentMigration,
        '2026-11-25-exams': examMigration,
        '2026-11-25-questions': questionMigration,
        '2026-11-28-certification': certificationMigration,
        '2026-11-29-document-care': careMigration,
        '2026-11-29-scripts': scriptMigration,
        '2026-11-30-attempt-clients': attemptMigration,
        '2026-12-01-certification-care': certificationCareMigration,
        '2026-12-01-question-findings': findingMigration,
        '2026-12-02-attempt-focus': attemptFocusMigration,
        '2026-12-03-document-comments': commentMigration,
        '2026-12-04-attempt-rubrics': attemptRubricMigration,
        '2026-12-05-exam-owners': examOwnerMigration,
        '2026-12-05-view-times': viewTimeMigration,
        '2026-12-06-sessions': sessionMigration,
        '2026-12-07-certificates': certificateMigration,
        '2026-12-08-document-diagrams': diagramMigration,
        '2026-12-09-certification-positions': certificationPositionMigration,
        '2026-12-09-ruled-assignments': ruledAssignmentMigration,
        '2026-12-10-exam-contributors': examContributorMigration
    }
};
