import { PermissionContribution } from '@earshot/core/lib/common/access/permission';
import { ApiContribution, implementOperations } from '@earshot/core/lib/node/api/implementation';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import { MentionSource } from '@earshot/core/lib/node/linking/mentions';
import { LookupSource } from '@earshot/core/lib/node/search/lookup-source';
import { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { EntityType } from '@earshot/core/lib/node/work/work-contributions';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import { assessmentOperations, assessmentPermissions } from '../common/assessment-contract';
import { bindFormKinds } from '../common/form/form-kinds';
import { assessmentMigrations } from './assessment-migrations';
import { FilledFormService } from './filling/filled-form-service';
import { FormEditing } from './form/form-editing';
import { FormEntity } from './form/form-entity';
import { FormMentions } from './form/form-mentions';
import { formRouter } from './form/form-router';
import { FormService } from './form/form-service';
import { FormPolicyService } from './policy/form-policy-service';
import { FormReplay } from './replay/form-replay';
import { PastForms } from './replay/past-forms';
import { RulingService } from './ruling/ruling-service';

export default new ContainerModule(bind => {
    bindFormKinds(bind);
    bindContributionProvider(bind, PastForms);
    bind(PackageMigrations).toConstantValue(assessmentMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: assessmentPermissions });
    bind(LocalizationContribution).toConstantValue(packageLanguages('assessment', { 'zh-cn': require('../../i18n/zh-cn.json'), 'zh-tw': require('../../i18n/zh-tw.json') }));
    for (const each of [FormService, FormEditing, FilledFormService, RulingService, FormEntity, FormReplay, FormPolicyService]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(LookupSource).toService(FormEntity);
    bind(EntityType).toService(FormEntity);
    bind(MentionSource).to(FormMentions).inSingletonScope();
    bind(ApiContribution).toDynamicValue(({ container }) => ({
        name: 'assessment', contract: assessmentOperations,
        router: implementOperations(assessmentOperations).router({ forms: formRouter(container.get(FormService), container.get(FormEditing), container.get(FormReplay), container.get(FormPolicyService)) })
    })).inSingletonScope();
});
