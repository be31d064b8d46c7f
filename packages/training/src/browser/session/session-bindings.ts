import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import type { interfaces } from '@theia/core/shared/inversify';
import { sessionErrorTexts, sessionHouseTexts } from './session-texts';

/** Binds the words of trainings. */
export function bindSessions(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(sessionErrorTexts);
    bind(HouseTextContribution).toConstantValue(sessionHouseTexts);
}
