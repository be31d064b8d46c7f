import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { Transaction } from 'kysely';
import type { DocumentTables } from './document/document-tables';
import type { ExamTables } from './exam/exam-tables';

export interface TrainingTables extends DocumentTables, ExamTables { }

/** What queries of this package read: its own tables and those of the house. */
export type Tables = CoreTables & TrainingTables;

export type TrainingTransaction = Transaction<Tables>;
