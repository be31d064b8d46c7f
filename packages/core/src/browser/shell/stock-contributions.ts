import { injectable } from '@theia/core/shared/inversify';
import { type ContributionFilterRegistry, FilterContribution } from '@theia/core/lib/common/contribution-filter';
import { CommandContribution } from '@theia/core/lib/common/command';
import { MenuContribution } from '@theia/core/lib/common/menu';
import { ApplicationConnectionStatusContribution } from '@theia/core/lib/browser/connection-status-service';
import { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import { CommonFrontendContribution } from '@theia/core/lib/browser/common-frontend-contribution';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { KeybindingContribution } from '@theia/core/lib/browser/keybinding';
import { BrowserKeyboardFrontendContribution } from '@theia/core/lib/browser/keyboard/browser-keyboard-frontend-contribution';
import { BrowserMenuBarContribution } from '@theia/core/lib/browser/menu/browser-menu-plugin';
import { PerspectiveServiceImpl } from '@theia/core/lib/browser/perspective-service';
import { QuickAccessContribution } from '@theia/core/lib/browser/quick-input/quick-access';
import { QuickCommandFrontendContribution } from '@theia/core/lib/browser/quick-input/quick-command-frontend-contribution';
import { QuickCommandService } from '@theia/core/lib/browser/quick-input/quick-command-service';
import { QuickHelpService } from '@theia/core/lib/browser/quick-input/quick-help-service';
import { QuickViewService } from '@theia/core/lib/browser/quick-input/quick-view-service';
import { ShellLayoutRestorer } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { SymbolIconColorContribution } from '@theia/core/lib/browser/symbol-icon-color-contribution';
import { WindowContribution } from '@theia/core/lib/browser/window-contribution';

type Constructor = abstract new (...parameters: never[]) => object;

/** Theia's own contributors of commands, keys, menus, colours and pickers for editors, docks, tabs and windows, none of which exist here. */
const ofAnEditor: readonly Constructor[] = [
    CommonFrontendContribution, QuickCommandFrontendContribution, WindowContribution, PerspectiveServiceImpl, ShellLayoutRestorer, BrowserKeyboardFrontendContribution,
    BrowserMenuBarContribution, QuickCommandService, QuickHelpService, QuickViewService, SymbolIconColorContribution, ApplicationConnectionStatusContribution
];
const isOfAnEditor = (contribution: object): boolean => ofAnEditor.some(each => contribution instanceof each);

/** Leaves out what Theia contributes for editors. By class, never by name: names are shortened in production. */
@injectable()
export class WithoutEditors implements FilterContribution {
    registerContributionFilters(registry: ContributionFilterRegistry): void {
        registry.addFilters([CommandContribution, KeybindingContribution, MenuContribution, ColorContribution, QuickAccessContribution], [each => !isOfAnEditor(each)]);
        registry.addFilters([FrontendApplicationContribution], [each => !(each instanceof BrowserMenuBarContribution || each instanceof PerspectiveServiceImpl || each instanceof ApplicationConnectionStatusContribution)]);
    }
}
