import { type Query, QueryClient } from '@tanstack/react-query';
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

/** A query that shows more than its own noun says so: `meta: { shows: ['recording'] }`. */
const nounsOf = ({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>): readonly string[] => [String(queryKey[0]), ...(meta?.shows as readonly string[] | undefined) ?? []];

/** What changed elsewhere is asked again here. Events come in bursts (an import): one round of questions per burst. */
export function keepFresh(queries: QueryClient, events: DomainEventService, pause = 250): void {
    const nouns = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    events.onDidHappen(event => {
        nouns.add(nounOf(event.type));
        timer ??= setTimeout(() => {
            timer = undefined;
            const changed = new Set(nouns);
            nouns.clear();
            void queries.invalidateQueries({ predicate: query => nounsOf(query).some(each => changed.has(each)) });
        }, pause);
    });
    events.onDidReconnect(() => void queries.invalidateQueries());
}
