import type { PageContribution } from '@earshot/core/lib/browser/navigation';
import { documentPages } from './document/document-pages';
import { certificationPages } from './certification/certification-pages';
import { examPages } from './exam/exam-pages';
import { sessionPages } from './session/session-pages';
import { scriptPages } from './script/script-pages';
import { questionPages } from './question/question-pages';

/** The pages of processes, exams and certification; each is loaded when it is first opened. */
export const trainingPages: PageContribution = {
    pages: [
        ...documentPages,
        ...scriptPages,
        ...examPages,
        ...certificationPages,
        ...questionPages,
        ...sessionPages
    ]
};
