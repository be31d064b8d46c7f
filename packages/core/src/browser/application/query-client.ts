import { type Query, QueryClient } from '@tanstack/react-query';
import type { DomainEvent } from '../../common/events/domain-event';
import type { DomainEventService } from './domain-event-service';

/** Answers that will not become different by asking once more. */
const isFinal = (error: unknown): boolean => {
    const status = (error as { status?: number } | undefined)?.status;
    return status !== undefined && status < 500 && status !== 429;
};

export const createQueryClient = (): QueryClient => new QueryClient({
    defaultOptions: {
        queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && !isFinal(error), refetchOnWindowFocus: false, networkMode: 'always' },
        mutations: { retry: false, networkMode: 'always' }
    }
});

/** The noun of `evaluation.changed` is `evaluation`: queries whose key begins with it are asked again. */
export const nounOf = (eventType: string): string => eventType.split('.', 1)[0]!;

/**
 * A query that shows more than its own noun says so: `meta: { shows: ['recording'] }`. One to which some of these events say nothing new
 * says that, too: `meta: { heeds: event => event.type !== 'recording.played' }`.
 */
const isAbout = ({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>, events: ReadonlyMap<string, readonly DomainEvent[]>): boolean => {
    const heeds = meta?.heeds as ((event: DomainEvent) => boolean) | undefined;
    return [String(queryKey[0]), ...(meta?.shows as readonly string[] | undefined) ?? []].some(noun => heeds ? events.get(noun)?.some(heeds) : events.has(noun));
};

/** What changed elsewhere is asked again here. Events come in bursts (an import): one round of questions per burst. */
export function keepFresh(queries: QueryClient, events: DomainEventService, pause = 250): void {
    const happened = new Map<string, DomainEvent[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    events.onDidHappen(event => {
        const noun = nounOf(event.type);
        const before = happened.get(noun);
        if (before) {
            before.push(event);
        } else {
            happened.set(noun, [event]);
        }
        timer ??= setTimeout(() => {
            timer = undefined;
            const changed = new Map(happened);
            happened.clear();
            void queries.invalidateQueries({ predicate: query => isAbout(query, changed) });
        }, pause);
    });
    events.onDidReconnect(() => void queries.invalidateQueries());
}
