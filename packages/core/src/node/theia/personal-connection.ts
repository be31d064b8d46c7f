import { inject, injectable } from '@theia/core/shared/inversify';
import { Channel } from '@theia/core/lib/common/message-rpc/channel';
import { ConnectionManagementMessages } from '@theia/core/lib/common/messaging/connection-management';
import { ReconnectableSocketChannel, WebsocketFrontendConnectionService } from '@theia/core/lib/node/messaging/websocket-frontend-connection-service';
import { WsRequestValidatorContribution } from '@theia/core/lib/node/ws-request-validators';
import type { MaybePromise } from '@theia/core/lib/common/types';
import type { IncomingMessage } from 'node:http';
import { SessionService } from '../access/session-service';
import { RequestGuard } from '../http/request-guard';

type Socket = Parameters<ReconnectableSocketChannel['connect']>[0];

/** Theia's socket opens only for a signed-in person, from our own page. Never throws: the handshake would hang. */
@injectable()
export class SocketGate implements WsRequestValidatorContribution {
    /**
     * Theia asks again once the socket is open, and only then begins to listen: what the front end says until it is answered is
     * lost, and the front end waits for ever. Whoever was let in at the handshake is therefore let in at once.
     */
    private readonly letIn = new WeakSet<IncomingMessage>();

    constructor(@inject(RequestGuard) private readonly guard: RequestGuard) { }

    allowWsUpgrade(request: IncomingMessage): MaybePromise<boolean> {
        return this.letIn.has(request) || this.decide(request);
    }

    private async decide(request: IncomingMessage): Promise<boolean> {
        try {
            const allowed = !this.guard.refusal(request, true) && !!await this.guard.principal(request);
            if (allowed) {
                this.letIn.add(request);
            }
            return allowed;
        } catch {
            return false;
        }
    }
}

/** Scopes front-end ids by person, so that nobody can attach to, or evict, somebody else's connection. Closes them when the session ends. */
@injectable()
export class PersonalConnectionService extends WebsocketFrontendConnectionService {
    @inject(RequestGuard)
    protected readonly guard: RequestGuard;

    @inject(SessionService)
    protected readonly sessions: SessionService;

    protected override async handleConnection(socket: Socket, channelCreatedHandler: (channel: Channel) => void): Promise<void> {
        // The front end speaks as soon as the socket is open: hold its first words until we know whose they are.
        const known = this.guard.principal(socket.request).catch(() => undefined);
        socket.use((packet, next) => {
            void known.then(principal => {
                if (packet[0] === ConnectionManagementMessages.INITIAL_CONNECT || packet[0] === ConnectionManagementMessages.RECONNECT) {
                    packet[1] = `${principal?.personId}/${packet[1]}`;
                }
                next(principal ? undefined : new Error('not signed in'));
            });
        });
        const handled = super.handleConnection(socket, channelCreatedHandler);
        const principal = await known;
        if (!principal) {
            socket.disconnect(true);
            return;
        }
        const stop = this.sessions.whenEnds(principal, () => socket.disconnect(true));
        socket.on('disconnect', stop);
        await handled;
    }
}
