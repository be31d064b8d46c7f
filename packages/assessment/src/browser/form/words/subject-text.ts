import { nls } from '@theia/core/lib/common/nls';
import type { FormSubject } from '../../../common/assessment-contract';

export function subjectText(subject: FormSubject): string {
    switch (subject) {
        case 'interaction': return nls.localize('earshot/assessment/subject/interaction', 'Conversations');
        case 'article': return nls.localize('earshot/assessment/subject/article', 'Articles');
        case 'training': return nls.localize('earshot/assessment/subject/training', 'Trainings');
    }
}
