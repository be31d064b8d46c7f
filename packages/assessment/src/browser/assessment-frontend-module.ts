import '../../src/browser/style/assessment.css';
import { ErrorTextContribution } from '@earshot/core/lib/browser/application/error-text';
import { HouseTextContribution } from '@earshot/core/lib/browser/application/house-texts';
import { PageContribution } from '@earshot/core/lib/browser/navigation/page';
import { EntityKindContribution } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import { nls } from '@theia/core/lib/common/nls';
import { ContainerModule } from '@theia/core/shared/inversify';
import { bindFormKinds } from '../common/form/form-kinds';
import { assessmentErrorTexts, assessmentHouseTexts } from './assessment-texts';

const pages: PageContribution = {
    pages: [
        {
            id: 'assessment.forms', perspective: 'quality', path: '/assessment/forms', order: 60, inNavigation: true, icon: 'checklist', permission: 'form:read',
            title: () => nls.localize('earshot/assessment/forms/title', 'Forms'), load: () => import('./form/forms-page.js')
        },
        {
            id: 'assessment.form', perspective: 'quality', path: '/assessment/forms/:id', order: 0, inNavigation: false, icon: 'checklist', permission: 'form:read', under: 'assessment.forms',
            title: () => nls.localize('earshot/assessment/form/title', 'Form'), load: () => import('./form/form-page.js')
        }
    ]
};

export default new ContainerModule(bind => {
    bindFormKinds(bind);
    bind(PageContribution).toConstantValue(pages);
    bind(ErrorTextContribution).toConstantValue(assessmentErrorTexts);
    bind(HouseTextContribution).toConstantValue(assessmentHouseTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: assessmentHouseTexts.kinds });
});
