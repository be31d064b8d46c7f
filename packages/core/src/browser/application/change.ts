import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { useService } from './context';
import { ErrorTextService } from './error-text';
import { ToastService } from './toast-service';

/** "Archived." with a way back. */
export function useUndo(): (text: string, undo: () => void | Promise<unknown>) => void {
    const toasts = useService(ToastService);
    const errors = useService(ErrorTextService);
    return React.useCallback((text, undo) => {
        toasts.show(text, {
            actions: [{
                label: nls.localize('earshot/core/actions/undo', 'Undo'),
                run: async () => {
                    try {
                        await undo();
                    } catch (error) {
                        toasts.show(errors.describe(error), { tone: 'critical' });
                    }
                }
            }]
        });
    }, [toasts, errors]);
}

export interface ChangeOptions<I, O> {
    /** The request. */
    run(input: I): Promise<O>;
    /** Keys of queries that show something else afterwards; the noun alone is enough: `[['person'], ['team']]`. */
    readonly invalidates?: readonly QueryKey[];
    /** What to say when it is done; nothing if left out. */
    done?(output: O, input: I): string | undefined;
    /** How to take it back; offered beside what `done` says. */
    undo?(output: O, input: I): void | Promise<unknown>;
    then?(output: O, input: I): void;
    /** `toast` (default) says failures in the corner; `form` leaves them to the form, which shows `error`. */
    readonly failures?: 'toast' | 'form';
}

/** A change on the server: says that it is done, offers to take it back, refreshes what shows it, and explains failures. */
export function useChange<I, O>({ run, invalidates = [], done, undo, then, failures = 'toast' }: ChangeOptions<I, O>): UseMutationResult<O, unknown, I> {
    const queries = useQueryClient();
    const toasts = useService(ToastService);
    const errors = useService(ErrorTextService);
    const offerUndo = useUndo();
    const refresh = (): Promise<unknown> => Promise.all(invalidates.map(queryKey => queries.invalidateQueries({ queryKey })));
    return useMutation<O, unknown, I>({
        mutationFn: run,
        onSuccess: (output, input) => {
            void refresh();
            const text = done?.(output, input);
            if (text && undo) {
                offerUndo(text, async () => { await undo(output, input); await refresh(); });
            } else if (text) {
                toasts.show(text, { tone: 'good' });
            }
            then?.(output, input);
        },
        onError: error => {
            if (failures === 'toast') {
                toasts.show(errors.describe(error), { tone: 'critical' });
            }
            if ((error as { code?: string }).code === 'CONFLICT') {
                void refresh();
            }
        }
    });
}
