import '../../src/browser/style/index.css';

import { ContainerModule } from '@theia/core/shared/inversify';
import { CommandContribution } from '@theia/core/lib/common/command';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { FilterContribution } from '@theia/core/lib/common/contribution-filter';
import { MessageClient } from '@theia/core/lib/common/message-service-protocol';
import { QuickInputService } from '@theia/core/lib/common/quick-pick-service';
import { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import { FrontendApplication } from '@theia/core/lib/browser/frontend-application';
import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { KeybindingContribution } from '@theia/core/lib/browser/keybinding';
import { OpenHandler } from '@theia/core/lib/browser/opener-service';
import { QuickAccessContribution, QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import { ApplicationShell } from '@theia/core/lib/browser/shell/application-shell';
import { ShellLayoutRestorer } from '@theia/core/lib/browser/shell/shell-layout-restorer';
import { QueryClient } from '@tanstack/react-query';
import { ApiService } from './application/api-service';
import { ConnectionService } from './application/connection-service';
import { DomainEventService } from './application/domain-event-service';
import { DraftService } from './application/draft';
import { ErrorTextContribution, ErrorTextService } from './application/error-text';
import { HouseTextContribution, HouseTexts } from './application/house-texts';
import { createQueryClient } from './application/query-client';
import { SessionService } from './application/session-service';
import { ToastMessages } from './application/toast-messages';
import { Announcer, ToastService } from './application/toast-service';
import { coreErrorTexts } from './core-error-texts';
import { coreHouseTexts } from './core-house-texts';
import { corePages } from './core-pages';
import { EarshotContextKeyService } from './keyboard/earshot-context-key-service';
import { KeyboardHelpService } from './keyboard/keyboard-help-service';
import { PageKeyService } from './keyboard/page-keys';
import { EntityOpenHandler } from './navigation/entity-open-handler';
import { NavigationService } from './navigation/navigation-service';
import { PageContribution } from './navigation/page';
import { PageRegistry } from './navigation/page-registry';
import { UnsavedWorkService } from './navigation/unsaved-work';
import { bindPreferences } from './preferences/preference-providers';
import { CommandPalette } from './quick-input/command-palette';
import { EarshotQuickInputService } from './quick-input/earshot-quick-input-service';
import { EntityKindContribution, EntityKinds } from './quick-input/entity-kinds';
import { PrefixRegistry } from './quick-input/quick-access';
import { PersonActionContribution, PersonActions } from './people/person-actions';
import { AnswerNotes } from './search/answer-notes';
import { CallContextContribution, CallContexts } from './search/call-context';
import { QuickPanelService } from './search/quick-panel-service';
import { searchErrorTexts, searchHouseTexts } from './search/search-texts';
import { EarshotApplication } from './shell/earshot-application';
import { EarshotCommandContribution } from './shell/commands';
import { EarshotShell } from './shell/earshot-shell';
import { NoLayoutRestorer } from './shell/no-layout-restorer';
import { StartUp } from './shell/start-up';
import { WithoutEditors } from './shell/stock-contributions';
import { ApplicationContainer, WorkbenchWidget } from './shell/workbench-widget';
import { AppearanceService } from './theming/appearance-service';
import { ColorTable } from './theming/color-table';
import { WorkbenchColors } from './theming/workbench-colors';

const services = [
    ApiService, DomainEventService, ConnectionService, ErrorTextService, HouseTexts, ToastService, Announcer, DraftService, PageRegistry, NavigationService, UnsavedWorkService, PageKeyService,
    KeyboardHelpService, EntityKinds, AppearanceService, ColorTable, WorkbenchWidget, EarshotShell, EarshotApplication, EntityOpenHandler, EarshotCommandContribution,
    EarshotQuickInputService, CommandPalette, CallContexts, AnswerNotes, PersonActions, QuickPanelService, StartUp
];

export default new ContainerModule((bind, _unbind, isBound, rebind) => {
    for (const contribution of [PageContribution, ErrorTextContribution, HouseTextContribution, EntityKindContribution, CallContextContribution, PersonActionContribution]) {
        bindContributionProvider(bind, contribution);
    }
    for (const service of services) {
        bind<object>(service).toSelf().inSingletonScope();
    }
    if (!isBound(SessionService)) {
        bind(SessionService).toSelf().inSingletonScope();
    }
    bind(QueryClient).toDynamicValue(createQueryClient).inSingletonScope();
    bind(ApplicationContainer).toDynamicValue(({ container }) => container);

    bind(PageContribution).toConstantValue(corePages);
    bind(ErrorTextContribution).toConstantValue(coreErrorTexts);
    bind(HouseTextContribution).toConstantValue(coreHouseTexts);
    bind(HouseTextContribution).toConstantValue(searchHouseTexts);
    bind(ErrorTextContribution).toConstantValue(searchErrorTexts);
    bind(EntityKindContribution).toConstantValue({ kinds: coreHouseTexts.kinds });

    rebind(FrontendApplication).toService(EarshotApplication);
    rebind(ApplicationShell).toService(EarshotShell);
    rebind(ShellLayoutRestorer).to(NoLayoutRestorer).inSingletonScope();
    rebind(MessageClient).to(ToastMessages).inSingletonScope();
    rebind(ColorRegistry).toService(ColorTable);
    rebind(ContextKeyService).to(EarshotContextKeyService).inSingletonScope();
    bind(ColorContribution).to(WorkbenchColors).inSingletonScope();
    bind(FilterContribution).to(WithoutEditors).inSingletonScope();
    bind(FrontendApplicationContribution).toService(StartUp);

    bind(QuickInputService).toService(EarshotQuickInputService);
    bind(QuickAccessRegistry).to(PrefixRegistry).inSingletonScope();
    bind(QuickAccessContribution).toService(CommandPalette);
    bind(QuickAccessContribution).toService(QuickPanelService);
    bind(OpenHandler).toService(EntityOpenHandler);
    bind(CommandContribution).toService(EarshotCommandContribution);
    bind(KeybindingContribution).toService(EarshotCommandContribution);
    bindPreferences(bind);
});
