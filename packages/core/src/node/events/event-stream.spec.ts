import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import type { DomainEvent, EventAudience } from '../../common/events/domain-event';
import type { SessionService } from '../access/session-service';
import type { RequestContext } from '../api/context';
import type { StreamHandler } from '../api/implementation';
import type { EventHub } from './event-hub';
import { eventStream } from './event-stream';

/** A browser at the other end, which reads or does not. */
function listener(reads: boolean, streams?: StreamHandler) {
    const heard = new Set<(event: DomainEvent, audience: EventAudience) => void>();
    const ends = new Set<() => void>();
    const said: string[] = [];
    const response = Object.assign(new EventEmitter(), {
        writableLength: 0, ended: false, destroyed: false,
        writeHead: () => response,
        write: (text: string) => {
            expect(response.ended, 'said after the end').toBe(false);
            said.push(text);
            response.writableLength += reads ? 0 : text.length;
        },
        end: () => { response.ended = true; },
        destroy: () => {
            response.destroyed = true;
            response.emit('close');
        }
    });
    const hub = { listen: (each: Parameters<EventHub['listen']>[0]) => (heard.add(each), () => heard.delete(each)) } as unknown as EventHub;
    const sessions = { whenEnds: (_principal: unknown, each: () => void) => (ends.add(each), () => ends.delete(each)) } as unknown as SessionService;
    const context = { principal: { personId: 'p', sessionId: 's', permissions: new Map(), teamIds: [] } } as unknown as RequestContext;
    void (streams ?? eventStream(hub, sessions))(new EventEmitter() as unknown as Request, response as unknown as Response, context, () => { });
    return { said, response, tell: (event: DomainEvent) => heard.forEach(each => each(event, { people: ['p'] })), endSession: () => ends.forEach(each => each()), listening: () => heard.size + ends.size };
}

it('says nothing more once the session has ended, though the connection is still closing', () => {
    const { said, response, tell, endSession, listening } = listener(true);
    tell({ type: 'form.changed', entityId: '1' });
    expect(said.at(-1)).toBe('data: {"type":"form.changed","entityId":"1"}\n\n');
    endSession();
    tell({ type: 'form.changed', entityId: '2' });
    expect(response.ended).toBe(true);
    expect(listening()).toBe(0);
    response.emit('close');
});

it('lets go of a browser that does not read, instead of keeping everything for it', () => {
    const { said, response, tell, listening } = listener(false);
    for (let count = 0; count < 100_000 && !response.destroyed; count++) {
        tell({ type: 'recording.changed', entityId: String(count) });
    }
    expect(response.destroyed).toBe(true);
    expect(said.join('').length).toBeLessThan(300_000);
    expect(listening()).toBe(0);
});

it('opens so many for one person, and another when one of them has closed', () => {
    const streams = eventStream({ listen: () => () => { } } as unknown as EventHub, { whenEnds: () => () => { } } as unknown as SessionService);
    const opened = Array.from({ length: 30 }, () => listener(true, streams));
    expect(() => listener(true, streams)).toThrow(expect.objectContaining({ code: 'TOO_MANY_REQUESTS', data: { retryAfterSeconds: 60 } }));
    opened[0]!.response.emit('close');
    expect(listener(true, streams).said).toEqual(['retry: 2000\n\n']);
    opened.slice(1).forEach(each => each.response.emit('close'));
});
