import type { Response } from 'express';
import type { StreamHandler } from '../api/implementation';
import { caller, type Principal } from '../api/context';
import { tooManyRequests } from '../api/failure';
import type { SessionService } from '../access/session-service';
import { type EventHub, maySee } from './event-hub';

const heartbeatMs = 25_000;
/** A person's rights may change while the stream is open: it ends now and then, and the browser opens it anew. */
const longestMs = 30 * 60_000;
/** What may wait for a browser that does not read. Further events would only fill the memory; it asks again when it is back. */
const mostWaiting = 256 * 1024;

/** Windows that one person has open, on all their machines, with room to spare. */
const mostOfOnePerson = 30;
const againSeconds = 60;

/** Domain events as server-sent events: only those that the caller may see, only type and id; so many at a time for one person. */
export const eventStream = (hub: EventHub, sessions: SessionService): StreamHandler => {
    const open = new Map<string, number>();
    return (_request, response, context) => {
        const { personId } = caller(context);
        const count = open.get(personId) ?? 0;
        if (count >= mostOfOnePerson) {
            throw tooManyRequests(againSeconds);
        }
        open.set(personId, count + 1);
        response.once('close', () => {
            const left = open.get(personId)! - 1;
            if (left) {
                open.set(personId, left);
            } else {
                open.delete(personId);
            }
        });
        stream(hub, sessions, response, caller(context));
    };
};

function stream(hub: EventHub, sessions: SessionService, response: Response, principal: Principal): void {
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
}
