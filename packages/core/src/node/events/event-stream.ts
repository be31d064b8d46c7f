import type { StreamHandler } from '../api/implementation';
import { caller } from '../api/context';
import type { SessionService } from '../access/session-service';
import { type EventHub, maySee } from './event-hub';

const heartbeatMs = 25_000;
/** A person's rights may change while the stream is open: it ends now and then, and the browser opens it anew. */
const longestMs = 30 * 60_000;
/** What may wait for a browser that does not read. Further events would only fill the memory; it asks again when it is back. */
const mostWaiting = 256 * 1024;

/** Domain events as server-sent events: only those that the caller may see, only type and id. */
export const eventStream = (hub: EventHub, sessions: SessionService): StreamHandler => (_request, response, context) => {
    const principal = caller(context);
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no', Connection: 'keep-alive' });
    response.write('retry: 2000\n\n');
    const say = (text: string): void => {
        response.write(text);
        if (response.writableLength > mostWaiting) {
            response.destroy();
        }
    };
    const stopListening = hub.listen((event, audience) => {
        if (maySee(principal, event, audience)) {
            say(`data: ${JSON.stringify(event)}\n\n`);
        }
    });
    const stopHearingEnds = sessions.whenEnds(principal, () => end());
    const heartbeat = setInterval(() => say(': still here\n\n'), heartbeatMs);
    const limit = setTimeout(() => end(), longestMs);
    const letGo = (): void => {
        stopListening();
        stopHearingEnds();
        clearInterval(heartbeat);
        clearTimeout(limit);
    };
    /** Nothing may be said after the end, even while the last words are still on their way. */
    const end = (): void => {
        letGo();
        response.end();
    };
    response.on('close', letGo);
};
