import type { interfaces } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { documentErrorTexts } from './document-error-texts';
import { documentHouseTexts } from './document-house-texts';

/** The words of process documents. */
export function bindDocuments(bind: interfaces.Bind): void {
    bind(ErrorTextContribution).toConstantValue(documentErrorTexts);
    bind(HouseTextContribution).toConstantValue(documentHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: documentHouseTexts.kinds });
}
