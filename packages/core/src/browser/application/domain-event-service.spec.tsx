import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '../../common/events/domain-event';
import { DomainEventService } from './domain-event-service';

class FakeSource {
    static readonly all: FakeSource[] = [];
    onopen?: () => void;
    onmessage?: (message: { readonly data: string }) => void;
    onerror?: () => void;
    readonly close = vi.fn();
    constructor(readonly url: string) {
        FakeSource.all.push(this);
    }
}
const latest = (): FakeSource => FakeSource.all[FakeSource.all.length - 1]!;

describe('events from the server', () => {
    let service: DomainEventService;
    beforeEach(() => {
        vi.useFakeTimers();
        vi.stubGlobal('EventSource', FakeSource);
        FakeSource.all.length = 0;
        service = new DomainEventService();
        service.start();
    });
    afterEach(() => {
        service.stop();
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    it('are told, and what is no event is not', () => {
        const heard: DomainEvent[] = [];
        service.onDidHappen(event => heard.push(event));
        latest().onopen!();
        latest().onmessage!({ data: '{"type":"person.changed","entityId":"1"}' });
        latest().onmessage!({ data: 'not JSON' });
        latest().onmessage!({ data: '{}' });
        expect(heard).toEqual([{ type: 'person.changed', entityId: '1' }]);
        expect(service.connection.get()).toBe('open');
    });

    it('come again after an interruption, later and later while it lasts', () => {
        const reconnected = vi.fn();
        service.onDidReconnect(reconnected);
        latest().onopen!();
        latest().onerror!();
        expect([service.connection.get(), FakeSource.all.length]).toEqual(['lost', 1]);
        vi.advanceTimersByTime(1_300);
        expect(FakeSource.all.length).toBe(2);
        latest().onerror!();
        vi.advanceTimersByTime(1_300);
        expect(FakeSource.all.length).toBe(2);
        vi.advanceTimersByTime(1_300);
        expect(FakeSource.all.length).toBe(3);
        latest().onopen!();
        expect(reconnected).toHaveBeenCalledOnce();
        expect(FakeSource.all[0]!.close).toHaveBeenCalled();
    });

    it('end when they are stopped', () => {
        latest().onerror!();
        service.stop();
        vi.advanceTimersByTime(60_000);
        expect(FakeSource.all.length).toBe(1);
    });
});
