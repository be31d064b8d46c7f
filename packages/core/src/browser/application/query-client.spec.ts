import { Emitter } from '@theia/core/lib/common/event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '../../common/events/domain-event';
import type { DomainEventService } from './domain-event-service';
import { createQueryClient, keepFresh, nounOf } from './query-client';

describe('what is shown', () => {
    const happened = new Emitter<DomainEvent>();
    const reconnected = new Emitter<void>();
    const queries = createQueryClient();
    const stale = (): unknown[] => queries.getQueryCache().getAll().filter(each => each.state.isInvalidated).map(each => each.queryKey[0]).sort();

    beforeEach(() => {
        vi.useFakeTimers();
        queries.clear();
        for (const noun of ['evaluation', 'interaction', 'person']) {
            queries.setQueryData([noun, 'list'], []);
        }
    });
    afterEach(() => { vi.useRealTimers(); });
    keepFresh(queries, { onDidHappen: happened.event, onDidReconnect: reconnected.event } as DomainEventService);

    it('is asked again once per burst of events about it', () => {
        const invalidate = vi.spyOn(queries, 'invalidateQueries');
        for (let count = 0; count < 100; count++) {
            happened.fire({ type: 'evaluation.changed', entityId: String(count) });
        }
        happened.fire({ type: 'person.added', entityId: 'x' });
        expect(stale()).toEqual([]);
        vi.advanceTimersByTime(300);
        expect(stale()).toEqual(['evaluation', 'person']);
        expect(invalidate).toHaveBeenCalledOnce();
    });

    it('is asked again when something else that it shows has changed', () => {
        queries.getQueryCache().build(queries, { queryKey: ['interaction', 'one'], meta: { shows: ['recording'] } }).setData({});
        happened.fire({ type: 'recording.changed', entityId: 'x' });
        vi.advanceTimersByTime(300);
        expect(stale()).toEqual(['interaction']);
    });

    it('is asked again by those events only that say something new', () => {
        queries.getQueryCache().build(queries, { queryKey: ['person', 'one'], meta: { heeds: (event: DomainEvent) => event.entityId === 'x' } }).setData({});
        const isStale = (): boolean => queries.getQueryState(['person', 'one'])!.isInvalidated;
        happened.fire({ type: 'person.changed', entityId: 'y' });
        vi.advanceTimersByTime(300);
        expect([stale(), isStale()]).toEqual([['person'], false]);
        happened.fire({ type: 'person.changed', entityId: 'y' });
        happened.fire({ type: 'person.changed', entityId: 'x' });
        vi.advanceTimersByTime(300);
        expect(isStale()).toBe(true);
    });

    it('is all asked again after a lost connection', () => {
        reconnected.fire();
        expect(stale()).toEqual(['evaluation', 'interaction', 'person']);
    });

    it('is not asked again where the answer is final', () => {
        const retry = queries.getDefaultOptions().queries!.retry as (failures: number, error: unknown) => boolean;
        expect([retry(0, { status: 403 }), retry(0, { status: 404 }), retry(0, new Error('network')), retry(0, { status: 503 }), retry(2, { status: 503 })]).toEqual([false, false, true, true, false]);
    });

    it('is known by the noun of an event', () => expect(nounOf('evaluation.changed')).toBe('evaluation'));
});
