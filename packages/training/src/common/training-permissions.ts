import type { PermissionDefinition } from '@earshot/core/lib/common/access/permission';
import { certificationPermissions } from './certification/certification-permissions';
import { documentPermissions } from './document/document-permissions';
import { examPermissions } from './exam/exam-permissions';
import { questionPermissions } from './question/question-permissions';
import { sessionPermissions } from './session/session-permissions';
import { scriptPermissions } from './script/script-permissions';

/** What somebody may do with process documents, questions, exams and certifications. */
export const trainingPermissions: readonly PermissionDefinition[] = [
    ...documentPermissions,
    ...scriptPermissions,
    ...examPermissions,
    ...certificationPermissions,
    ...questionPermissions,
    ...sessionPermissions
];
