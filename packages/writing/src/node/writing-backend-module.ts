import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ContainerModule } from '@theia/core/shared/inversify';
import { packageLanguages } from '@earshot/core/lib/node/localization/register-languages';
import zhCn from '../../i18n/zh-cn.json';
import zhTw from '../../i18n/zh-tw.json';

export default new ContainerModule(bind => {
    bind(LocalizationContribution).toConstantValue(packageLanguages('writing', { 'zh-cn': zhCn, 'zh-tw': zhTw }));
});
