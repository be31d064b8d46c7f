import { injectable } from '@theia/core/shared/inversify';
import { Store } from './store';

export interface ToastAction {
    readonly label: string;
    run(): void | Promise<void>;
}

export type ToastTone = 'neutral' | 'good' | 'caution' | 'critical';

export interface Toast {
    readonly id: number;
    readonly text: string;
    readonly tone: ToastTone;
    readonly actions: readonly ToastAction[];
    /** Stays until it is dismissed or acted upon. */
    readonly sticky: boolean;
}

export interface ToastOptions {
    readonly tone?: ToastTone;
    readonly actions?: readonly ToastAction[];
    readonly sticky?: boolean;
}

/** How many stand on the screen at once; older ones go first. */
const AT_MOST = 4;

/** Short sentences about what has just happened, in a corner, with what can still be done about it. */
@injectable()
export class ToastService {
    readonly toasts = new Store<readonly Toast[]>([]);
    protected count = 0;

    readonly show = (text: string, { tone = 'neutral', actions = [], sticky = false }: ToastOptions = {}): number => {
        const id = ++this.count;
        this.toasts.update(current => [...current.filter(each => each.text !== text), { id, text, tone, actions, sticky }].slice(-AT_MOST));
        return id;
    };

    readonly dismiss = (id: number): void => this.toasts.update(current => current.filter(each => each.id !== id));
}

/** Sentences for screen readers, spoken without moving the focus. */
@injectable()
export class Announcer {
    readonly message = new Store<{ readonly text: string; readonly count: number }>({ text: '', count: 0 });

    readonly announce = (text: string): void => this.message.update(({ count }) => ({ text, count: count + 1 }));
}
