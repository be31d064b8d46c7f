import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { interfaces } from '@theia/core/shared/inversify';
import { examErrorTexts, examHouseTexts } from './exam-texts';

/** Binds the words of exams. */
export function bindExams(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(examErrorTexts);
    bind(HouseTextContribution).toConstantValue(examHouseTexts);
}
