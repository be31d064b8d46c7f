import { inject, injectable } from '@theia/core/shared/inversify';
import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { type InputBox, type InputOptions, type PickOptions, type QuickInputButton, QuickInputHideReason, type QuickInputService, type QuickPick, type QuickPickInput, type QuickPickItem, type QuickPickOptions, type QuickPickSeparator } from '@theia/core/lib/common/quick-pick-service';
import { QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import { Store } from '../application/store';
import { InputSession, PickSession, type QuickHost, type QuickSession } from './quick-sessions';
import { QuickAccess } from './quick-access';

/** Asks things with a box over the page: the command palette, quick open, and whatever a command wants to know. One at a time. */
@injectable()
export class EarshotQuickInputService implements QuickInputService {
    @inject(QuickAccessRegistry)
    protected readonly registry: QuickAccessRegistry;
    protected readonly showEmitter = new Emitter<void>();
    readonly onShow = this.showEmitter.event;
    protected readonly hideEmitter = new Emitter<void>();
    readonly onHide = this.hideEmitter.event;
    readonly backButton: QuickInputButton = {};
    readonly session = new Store<QuickSession | undefined>(undefined);

    /** Opens what a prefix stands for (`>` commands, nothing: quick open); the rest of the text is what to look for. */
    open(filter: string): void {
        new QuickAccess(this.createQuickPick(), this.registry).start(filter);
    }

    openSession(session: QuickSession): void {
        const before = this.session.get();
        if (before !== session) {
            this.session.set(session);
            before?.hide(QuickInputHideReason.Other);
            this.showEmitter.fire();
        }
    }

    close(session: QuickSession): void {
        if (this.session.get() === session) {
            this.session.set(undefined);
            this.hideEmitter.fire();
        }
    }

    hide(): void {
        this.session.get()?.hide(QuickInputHideReason.Other);
    }

    createInputBox(): InputBox & InputSession {
        return new InputSession(this.asHost);
    }

    createQuickPick<T extends QuickPickItem>(): QuickPick<T> & PickSession<T> {
        return new PickSession<T>(this.asHost);
    }

    async input(options: InputOptions = {}, token?: CancellationToken): Promise<string | undefined> {
        const box = this.createInputBox();
        Object.assign(box, { title: options.title, prompt: options.prompt, placeholder: options.placeHolder, password: options.password ?? false, value: options.value ?? '' });
        const check = async (): Promise<boolean> => {
            const problem = await options.validateInput?.(box.value);
            box.validationMessage = typeof problem === 'string' ? problem : problem?.content;
            return !problem;
        };
        box.onDidChangeValue(check);
        token?.onCancellationRequested(() => box.hide());
        return new Promise(resolve => {
            box.onDidAccept(async () => {
                if (await check()) {
                    resolve(box.value);
                    box.hide();
                }
            });
            box.onDidHide(() => resolve(undefined));
            box.show();
        });
    }

    pick<T extends QuickPickItem>(picks: Promise<QuickPickInput<T>[]> | QuickPickInput<T>[], options?: PickOptions<T> & { canPickMany: true }, token?: CancellationToken): Promise<T[] | undefined>;
    pick<T extends QuickPickItem>(picks: Promise<QuickPickInput<T>[]> | QuickPickInput<T>[], options?: PickOptions<T>, token?: CancellationToken): Promise<T | undefined>;
    async pick<T extends QuickPickItem>(picks: Promise<QuickPickInput<T>[]> | QuickPickInput<T>[], options: PickOptions<T> = {}, token?: CancellationToken): Promise<T | T[] | undefined> {
        const chosen = await this.showQuickPick(await picks, { title: options.title, placeholder: options.placeHolder, onDidChangeActive: (_, [item]) => item && options.onDidFocus?.(item) });
        return token?.isCancellationRequested || !chosen ? undefined : options.canPickMany ? [chosen] : chosen;
    }

    async showQuickPick<T extends QuickPickItem>(items: (T | QuickPickSeparator)[], options: QuickPickOptions<T> = {}): Promise<T | undefined> {
        const session = this.createQuickPick<T>();
        Object.assign(session, { title: options.title, placeholder: options.placeholder, value: options.value ?? '', items, busy: options.busy ?? false });
        session.onDidChangeActive(active => options.onDidChangeActive?.(session, active));
        session.onDidChangeValue(value => options.onDidChangeValue?.(session, value));
        session.onDidChangeSelection(selection => options.onDidChangeSelection?.(session, selection));
        return new Promise(resolve => {
            session.onDidAccept(() => {
                options.onDidAccept?.();
                resolve(session.selectedItems[0]);
                session.hide(QuickInputHideReason.Gesture);
            });
            session.onDidHide(() => {
                options.onDidHide?.();
                resolve(undefined);
            });
            session.show();
        });
    }

    private readonly asHost: QuickHost = { open: session => this.openSession(session), close: session => this.close(session) };
}
