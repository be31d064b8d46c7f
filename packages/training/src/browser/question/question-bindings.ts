import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { interfaces } from '@theia/core/shared/inversify';
import { questionErrorTexts } from './question-error-texts';
import { questionHouseTexts } from './question-house-texts';

/** Binds the words of the question bank. */
export function bindQuestions(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(questionErrorTexts);
    bind(HouseTextContribution).toConstantValue(questionHouseTexts);
}
