import { ContainerModule } from '@theia/core/shared/inversify';
import { ApplicationShell } from '@theia/core/lib/browser/shell/application-shell';
import { ShellLayoutRestorer } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { bindPreferences } from './preferences/preference-bindings';
import { bindQuickInput } from './quick-input/quick-input-bindings';
import { EarshotShell } from './shell/earshot-shell';
import { NoLayoutRestorer } from './shell/no-layout-restorer';
import { WorkbenchWidget } from './shell/workbench-widget';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    bind(WorkbenchWidget).toSelf().inSingletonScope();
    bind(EarshotShell).toSelf().inSingletonScope();
    rebind(ApplicationShell).toService(EarshotShell);
    rebind(ShellLayoutRestorer).to(NoLayoutRestorer).inSingletonScope();
    bindPreferences(bind);
    bindQuickInput(bind);
});
