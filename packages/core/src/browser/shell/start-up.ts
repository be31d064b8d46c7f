import { inject, injectable } from '@theia/core/shared/inversify';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { nls } from '@theia/core/lib/common/nls';
import { QueryClient } from '@tanstack/react-query';
import { ConnectionService } from '../application/connection-service';
import { DomainEventService } from '../application/domain-event-service';
import { languageTag } from '../widgets/format';
import { keepFresh } from '../application/query-client';
import { SessionService } from '../application/session-service';
import { KeyboardHelpService } from '../keyboard/keyboard-help-service';
import { NavigationService } from '../navigation/navigation-service';
import { AppearanceService } from '../theming/appearance-service';
import { WorkbenchWidget } from './workbench-widget';

/** Brings the services of the window to life, in order, and then draws. */
@injectable()
export class StartUp implements FrontendApplicationContribution {
    @inject(SessionService) protected readonly session: SessionService;
    @inject(AppearanceService) protected readonly appearance: AppearanceService;
    @inject(NavigationService) protected readonly navigation: NavigationService;
    @inject(DomainEventService) protected readonly events: DomainEventService;
    @inject(ConnectionService) protected readonly connection: ConnectionService;
    @inject(KeyboardHelpService) protected readonly help: KeyboardHelpService;
    @inject(QueryClient) protected readonly queries: QueryClient;
    @inject(WorkbenchWidget) protected readonly workbench: WorkbenchWidget;

    async initialize(): Promise<void> {
        await this.session.load();
    }

    onStart(): void {
        document.documentElement.lang = languageTag();
        document.title = nls.localize('earshot/core/shell/name', 'Earshot');
        this.appearance.start();
        this.navigation.start();
        if (this.session.info.mustChangePassword) {
            void this.navigation.navigate('/account', { replace: true });
        }
        this.connection.start();
        this.events.start();
        keepFresh(this.queries, this.events);
        this.help.start();
        this.workbench.start();
    }

    onStop(): void {
        this.events.stop();
    }
}
