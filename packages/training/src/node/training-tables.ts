import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { Transaction } from 'kysely';
import type { CertificateTables } from './certificate/certificate-tables';
import type { CertificationTables } from './certification/certification-tables';
import type { DocumentTables } from './document/document-tables';
import type { ExamTables } from './exam/exam-tables';
import type { FindingTables } from './item-analysis/finding-tables';
import type { QuestionTables } from './question/question-tables';
import type { SessionTables } from './session/session-tables';
import type { ScriptTables } from './script/script-run-tables';

export interface TrainingTables extends DocumentTables, ExamTables, CertificationTables, CertificateTables, QuestionTables, FindingTables, ScriptTables, SessionTables { }

/** What queries of this package read: its own tables and those of the house. */
export type Tables = CoreTables & TrainingTables;

export type TrainingTransaction = Transaction<Tables>;
