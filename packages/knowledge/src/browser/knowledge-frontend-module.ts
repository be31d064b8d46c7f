import '../../src/browser/style/knowledge.css';

import { ContainerModule } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { PageContribution } from '@earshot/core/lib/browser/navigation';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { knowledgeErrorTexts } from './knowledge-error-texts';
import { knowledgeHouseTexts } from './knowledge-house-texts';
import { knowledgePages } from './knowledge-pages';

export default new ContainerModule(bind => {
    bind(PageContribution).toConstantValue(knowledgePages);
    bind(ErrorTextContribution).toConstantValue(knowledgeErrorTexts);
    bind(HouseTextContribution).toConstantValue(knowledgeHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: knowledgeHouseTexts.kinds });
});
