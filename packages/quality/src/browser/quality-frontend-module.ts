import '../../src/browser/style/quality.css';

import { CommandContribution } from '@theia/core/lib/common/command';
import { ContainerModule } from '@theia/core/shared/inversify';
import { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { PageContribution } from '@earshot/core/lib/browser/navigation';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { CallContextContribution } from '@earshot/core/lib/browser/search/call-context';
import { PersonActionContribution } from '@earshot/core/lib/browser/people/person-actions';
import { coachPerson } from './coaching/coach-person';
import { CallImport } from './interaction/import/call-import';
import { ShownCall } from './interaction/shown-call';
import { QualityCommands } from './quality-commands';
import { qualityErrorTexts } from './quality-error-texts';
import { qualityHouseTexts } from './quality-house-texts';
import { qualityPages } from './quality-pages';

export default new ContainerModule(bind => {
    bind(PageContribution).toConstantValue(qualityPages);
    bind(ErrorTextContribution).toConstantValue(qualityErrorTexts);
    bind(HouseTextContribution).toConstantValue(qualityHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: qualityHouseTexts.kinds });
    bind(PersonActionContribution).toConstantValue(coachPerson);
    bind(ShownCall).toSelf().inSingletonScope();
    bind(CallContextContribution).toService(ShownCall);
    bind(CallImport).toSelf().inSingletonScope();
    bind(QualityCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(QualityCommands);
});
