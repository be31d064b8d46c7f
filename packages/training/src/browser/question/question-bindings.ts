import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { nls } from '@theia/core/lib/common/nls';
import type { interfaces } from '@theia/core/shared/inversify';
import { questionErrorTexts } from './question-error-texts';
import { questionHouseTexts } from './question-house-texts';

/** Binds the words of the question bank. */
export function bindQuestions(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(questionErrorTexts);
    bind(HouseTextContribution).toConstantValue(questionHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: [{ kind: 'question', icon: 'checklist', label: () => nls.localize('earshot/training/question/title', 'Question bank') }] });
}
