import type { interfaces } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { scriptErrorTexts, scriptHouseTexts } from './script-house-texts';

/** The words of call scripts. */
export function bindScripts(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(scriptErrorTexts);
    bind(HouseTextContribution).toConstantValue(scriptHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: scriptHouseTexts.kinds });
}
