import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { QueryClient } from '@tanstack/react-query';
import { Store } from '@earshot/core/lib/browser/application';
import { UnsavedWorkService } from '@earshot/core/lib/browser/navigation';
import { toLocalField } from '../local-time';
import { type CallFields, exchanged, faultsOf, type ImportCall, type ImportState, isEditable, joined, parted, withFields, withFieldsForAll, withFiles, withState } from './import-list';
import { upload } from './upload';

/** Uploads that run at once: enough to keep the line busy, few enough that each gets on. */
const atOnce = 2;

/** Calls that are being imported. It goes on while the person looks at other pages. */
@injectable()
export class CallImport {
    @inject(QueryClient)
    private readonly queries: QueryClient;
    @inject(UnsavedWorkService)
    private readonly unsaved: UnsavedWorkService;
    readonly calls = new Store<readonly ImportCall[]>([]);
    private readonly running = new Map<string, AbortController>();
    private release: (() => void) | undefined;

    readonly add = (files: readonly File[]): void => this.calls.update(calls => withFiles(calls, files, generateUuid, toLocalField));
    readonly change = (id: string, fields: Partial<CallFields>): void => this.calls.update(calls => withFields(calls, id, fields));
    readonly changeAll = (fields: Partial<CallFields>): void => this.calls.update(calls => withFieldsForAll(calls, fields));
    readonly join = (agentSide: string, customerSide: string): void => this.calls.update(calls => joined(calls, agentSide, customerSide));
    readonly part = (id: string): void => this.calls.update(calls => parted(calls, id, generateUuid, toLocalField));
    readonly exchange = (id: string): void => this.calls.update(calls => exchanged(calls, id));

    /** Takes a call out of the list; one that is under way is called off. */
    readonly remove = (id: string): void => {
        this.running.get(id)?.abort();
        this.calls.update(calls => calls.filter(each => each.id !== id));
        this.next();
    };

    /** The list without what is finished. */
    readonly tidy = (): void => this.calls.update(calls => calls.filter(each => each.state.kind !== 'done' && each.state.kind !== 'known'));

    /** Puts calls back as they were: the way back from removing or tidying. */
    readonly restore = (calls: readonly ImportCall[]): void => this.calls.set(calls);

    /** Sends everything that is filled in. */
    readonly start = (): void => {
        this.calls.update(calls => calls.map(each => each.state.kind === 'editing' && faultsOf(each, calls).length === 0 ? { ...each, state: { kind: 'waiting' } } : each));
        this.next();
    };

    readonly retry = (id: string): void => {
        this.calls.update(calls => calls.map(each => each.id === id && isEditable(each) && faultsOf(each, calls).length === 0 ? { ...each, state: { kind: 'waiting' } } : each));
        this.next();
    };

    private next(): void {
        const waiting = this.calls.get().filter(each => each.state.kind === 'waiting' && !this.running.has(each.id));
        waiting.slice(0, Math.max(0, atOnce - this.running.size)).forEach(each => void this.send(each));
        if (this.running.size > 0) {
            // leaving the page is fine, this goes on; closing the window is not
            this.release ??= this.unsaved.register({ title: nls.localize('earshot/quality/import/under-way', 'the import of calls'), save: () => Promise.resolve() });
        } else {
            this.release?.();
            this.release = undefined;
        }
    }

    private async send(call: ImportCall): Promise<void> {
        const controller = new AbortController();
        this.running.set(call.id, controller);
        this.become(call.id, { kind: 'sending', share: 0 });
        try {
            const { id, recordingId } = await upload(call, controller.signal, share => this.become(call.id, { kind: 'sending', share }));
            this.become(call.id, { kind: 'done', interactionId: id, recordingId });
            void this.queries.invalidateQueries({ queryKey: ['interaction'] });
        } catch (error) {
            this.become(call.id, stateAfter(error));
        }
        this.running.delete(call.id);
        this.next();
    }

    private become(id: string, state: ImportState): void {
        this.calls.update(calls => withState(calls, id, state));
    }
}

/** A bad file harms no other: it keeps its own reason. */
function stateAfter(error: unknown): ImportState {
    const { code, data } = (error ?? {}) as { readonly code?: string; readonly data?: { readonly reason?: string; readonly detail?: { readonly interactionId?: string | null } } };
    const reason = data?.reason;
    return code === 'CONFLICT' && (reason === 'duplicate' || reason === 'call-id-taken') ? { kind: 'known', reason, interactionId: data?.detail?.interactionId ?? null } : { kind: 'failed', error };
}
