import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import { packageLanguages } from './register-languages';

/** The texts of the core package; a module of its own, because texts are all it is about. */
export default new ContainerModule(bind => {
    bind(LocalizationContribution).toConstantValue(packageLanguages('core', { 'zh-cn': require('../../../i18n/zh-cn.json'), 'zh-tw': require('../../../i18n/zh-tw.json') }));
});
