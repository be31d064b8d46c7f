/** How long a question was in view, in milliseconds. */
export interface ViewTime { readonly place: number; readonly ms: number }

/** What one window says of itself: since it was opened, of each question that was in view, the time until now. */
export interface WindowTimes { readonly client: string; readonly times: readonly ViewTime[] }

/** A window knows nothing that the server could trust: no question was in view for longer than the attempt has run. */
export const boundedTimes = (times: readonly ViewTime[], ranMs: number): readonly ViewTime[] => times.map(({ place, ms }) => ({ place, ms: Math.max(0, Math.min(ms, Math.floor(ranMs))) }));

/** Of several windows the sum, as long as the attempt was at most; null of a question that nobody had in view, or where nothing was measured. */
export const viewedMs = (windows: readonly number[], ranMs: number): number | null => windows.length ? Math.min(windows.reduce((sum, each) => sum + each, 0), ranMs) : null;
