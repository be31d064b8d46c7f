import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { FilterContribution } from '@theia/core/lib/common/contribution-filter';
import { BackendApplicationContribution, BackendApplicationServer } from '@theia/core/lib/node/backend-application';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { WebsocketFrontendConnectionService } from '@theia/core/lib/node/messaging/websocket-frontend-connection-service';
import { WsRequestValidatorContribution } from '@theia/core/lib/node/ws-request-validators';
import { ContainerModule } from '@theia/core/shared/inversify';
import { corePermissions } from '../common/access/core-permissions';
import { PermissionContribution } from '../common/access/permission';
import { coreContract, coreStreams } from '../common/core-contract';
import { PreferenceService } from './access/preference-service';
import { SessionEndings } from './access/session-endings';
import { SessionService } from './access/session-service';
import { sessionRouter } from './access/session-router';
import { SessionSweeping } from './access/session-sweeping';
import { TokenService } from './access/token-service';
import { ApiServer } from './api/api-server';
import { ApiContribution, implementOperations } from './api/implementation';
import { openApiDocument } from './api/openapi-document';
import { auditRouter } from './audit/audit-router';
import { AuditSealing } from './audit/audit-sealing';
import { AuditService } from './audit/audit-service';
import { coreMigrations } from './core-migrations';
import { EventHub } from './events/event-hub';
import { EventListening } from './events/event-listening';
import { eventStream } from './events/event-stream';
import { HttpFrontDoor } from './http/front-door';
import { PublicPageContribution } from './http/public-page';
import { RequestGuard } from './http/request-guard';
import { SampleGuard } from './http/sample-guard';
import { bindCoreServices, createServiceRouters } from './services-module';
import { FirstAdministrator } from './start/first-administrator';
import { Settings } from './start/settings';
import { StartNotice, StartTask } from './start/start-task';
import { StartUp } from './start/start-up';
import { StorageOpener } from './start/storage-opener';
import { Database, DatabaseConnection } from './storage/database';
import { PackageMigrations } from './storage/migration';
import { AllowedServices } from './theia/allowed-services';
import { harmlessServices } from './theia/harmless-services';
import { PersonalConnectionService, SocketGate } from './theia/personal-connection';

export const productVersion = '0.1.0';

export default new ContainerModule((bind, _unbind, _isBound, rebind) => {
    for (const each of [PackageMigrations, PermissionContribution, ApiContribution, StartTask, StartNotice, PublicPageContribution]) {
        bindContributionProvider(bind, each);
    }
    bind(Settings).toSelf().inSingletonScope();
    bind(DatabaseConnection).toConstantValue({});
    bind(Database).toSelf().inSingletonScope();
    bind(PackageMigrations).toConstantValue(coreMigrations);
    bind(PermissionContribution).toConstantValue({ permissions: corePermissions });

    for (const each of [SessionService, TokenService, PreferenceService, AuditService, EventHub, SampleGuard, RequestGuard, StorageOpener, ApiServer, HttpFrontDoor, StartUp, FirstAdministrator]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    for (const each of [SessionEndings, EventListening, AuditSealing, SessionSweeping]) {
        bind<object>(each).toSelf().inSingletonScope();
        bind(StartTask).toService(each);
    }
    bind(BackendApplicationContribution).toService(StartUp);
    bind(StartNotice).toService(FirstAdministrator);
    bindCoreServices(bind);

    bind(ApiContribution).toDynamicValue(({ container }) => {
        const { people, access, house, search } = createServiceRouters(container);
        const os = implementOperations(coreContract);
        let document: Promise<unknown> | undefined;
        return {
            name: 'core', contract: coreContract,
            router: os.router({
                session: sessionRouter({
                    sessions: container.get(SessionService), tokens: container.get(TokenService), preferences: container.get(PreferenceService),
                    database: container.get(Database), sample: container.get(SampleGuard), version: productVersion
                }),
                people, access, house: { ...house, ...auditRouter(container.get(AuditService)) }, search
            }),
            streams: {
                events: { operation: coreStreams.events, handle: eventStream(container.get(EventHub), container.get(SessionService)) },
                openapi: {
                    operation: coreStreams.openapi,
                    handle: async (_request, response) => {
                        document ??= openApiDocument(container.getNamed<ContributionProvider<ApiContribution>>(ContributionProvider, ApiContribution).getContributions(), productVersion);
                        response.json(await document);
                    }
                }
            }
        } satisfies ApiContribution;
    }).inSingletonScope();

    // Theia: its sockets only for signed-in people, its services only those that the front end needs, its files never.
    bind(SocketGate).toSelf().inSingletonScope();
    bind(WsRequestValidatorContribution).toService(SocketGate);
    rebind(WebsocketFrontendConnectionService).to(PersonalConnectionService).inSingletonScope();
    bind(FilterContribution).to(AllowedServices).inSingletonScope();
    bind(ConnectionContainerModule).toConstantValue(ConnectionContainerModule.create(({ bind: bindLocal, bindBackendService }) => {
        new Set(harmlessServices.map(([, service]) => service)).forEach(each => bindLocal(each).toSelf().inSingletonScope());
        harmlessServices.forEach(([path, service]) => bindBackendService(path, service));
    }));
    bind(BackendApplicationServer).toConstantValue({ configure: () => { /* the front door serves the files */ } });
});
