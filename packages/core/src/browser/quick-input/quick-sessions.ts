import { Emitter } from '@theia/core/lib/common/event';
import type { Severity } from '@theia/core/lib/common/severity';
import { type InputBox, type QuickInput, type QuickInputButton, QuickInputHideReason, type QuickPick, QuickPickItem, type QuickPickItemButtonEvent, type QuickPickSeparator } from '@theia/core/lib/common/quick-pick-service';
import { Store } from '../application/store';

/** What shows a session and takes it away again. */
export interface QuickHost {
    open(session: QuickSession): void;
    close(session: QuickSession): void;
}

/** One thing that is asked with a box over the page. Properties may change at any time; the view follows `revision`. */
abstract class BaseSession implements QuickInput {
    readonly revision = new Store(0);
    protected readonly hideEmitter = new Emitter<{ reason: QuickInputHideReason }>();
    readonly onDidHide = this.hideEmitter.event;
    protected readonly disposeEmitter = new Emitter<void>();
    readonly onDispose = this.disposeEmitter.event;
    protected readonly valueEmitter = new Emitter<string>();
    readonly onDidChangeValue = this.valueEmitter.event;
    protected readonly buttonEmitter = new Emitter<QuickInputButton>();
    readonly onDidTriggerButton = this.buttonEmitter.event;
    readonly buttons: readonly QuickInputButton[] = [];
    description: string | undefined;
    contextKey: string | undefined;
    ignoreFocusOut = false;
    private texts: { title?: string; placeholder?: string; step?: number; totalSteps?: number } = {};
    private states = { enabled: true, busy: false, value: '' };
    protected visible = false;

    constructor(protected readonly host: QuickHost) { }

    get title(): string | undefined { return this.texts.title; }
    set title(title: string | undefined) { this.texts = { ...this.texts, title }; this.changed(); }
    get placeholder(): string | undefined { return this.texts.placeholder; }
    set placeholder(placeholder: string | undefined) { this.texts = { ...this.texts, placeholder }; this.changed(); }
    get step(): number | undefined { return this.texts.step; }
    set step(step: number | undefined) { this.texts = { ...this.texts, step }; this.changed(); }
    get totalSteps(): number | undefined { return this.texts.totalSteps; }
    set totalSteps(totalSteps: number | undefined) { this.texts = { ...this.texts, totalSteps }; this.changed(); }
    get enabled(): boolean { return this.states.enabled; }
    set enabled(enabled: boolean) { this.states = { ...this.states, enabled }; this.changed(); }
    get busy(): boolean { return this.states.busy; }
    set busy(busy: boolean) { this.states = { ...this.states, busy }; this.changed(); }
    get value(): string { return this.states.value; }
    set value(value: string) { this.setValue(value); }

    /** What the person typed, or what the asker put there. */
    setValue(value: string): void {
        if (value !== this.states.value) {
            this.states = { ...this.states, value };
            this.changed();
            this.valueEmitter.fire(value);
        }
    }

    show(): void {
        this.visible = true;
        this.host.open(this as unknown as QuickSession);
    }

    hide(reason = QuickInputHideReason.Other): void {
        if (this.visible) {
            this.visible = false;
            this.host.close(this as unknown as QuickSession);
            this.hideEmitter.fire({ reason });
        }
    }

    dispose(): void {
        this.hide();
        this.disposeEmitter.fire();
    }

    protected changed(): void {
        this.revision.update(count => count + 1);
    }
}

/** One line of text is asked for. */
export class InputSession extends BaseSession implements InputBox {
    readonly kind = 'input';
    valueSelection: Readonly<[number, number]> | undefined;
    password = false;
    prompt: string | undefined;
    severity?: Severity;
    private problem: string | undefined;
    protected readonly acceptEmitter = new Emitter<void>();
    readonly onDidAccept = this.acceptEmitter.event;

    get validationMessage(): string | undefined { return this.problem; }
    set validationMessage(message: string | undefined) { this.problem = message; this.changed(); }

    accept(): void {
        this.acceptEmitter.fire();
    }
}

/** One of some things is asked for. */
export class PickSession<T extends QuickPickItem = QuickPickItem> extends BaseSession implements QuickPick<T> {
    readonly kind = 'pick';
    canSelectMany = false;
    matchOnDescription = true;
    matchOnDetail = true;
    keepScrollPosition = false;
    /** The asker filters by itself: what it gives is shown as it is. */
    filtersItself = false;
    selectedItems: readonly T[] = [];
    private all: readonly (T | QuickPickSeparator)[] = [];
    /** What was typed is still being looked for, and whether it was accepted already. */
    private search: 'done' | 'pending' | 'accepted' = 'done';
    private active: readonly T[] = [];
    protected readonly acceptEmitter = new Emitter<{ inBackground: boolean } | undefined>();
    readonly onDidAccept = this.acceptEmitter.event;
    protected readonly itemButtonEmitter = new Emitter<QuickPickItemButtonEvent<QuickPickItem>>();
    readonly onDidTriggerItemButton = this.itemButtonEmitter.event;
    protected readonly activeEmitter = new Emitter<T[]>();
    readonly onDidChangeActive = this.activeEmitter.event;
    protected readonly selectionEmitter = new Emitter<T[]>();
    readonly onDidChangeSelection = this.selectionEmitter.event;

    get items(): readonly (T | QuickPickSeparator)[] { return this.all; }
    set items(items: readonly (T | QuickPickSeparator)[]) { this.all = items; this.changed(); }
    get activeItems(): readonly T[] { return this.active; }
    set activeItems(items: readonly T[]) {
        this.active = items;
        this.activeEmitter.fire([...items]);
    }

    /** What is typed from now on is looked for; until `found`, the items are those of an earlier text. */
    searching(): void {
        this.search = 'pending';
    }

    found(items: readonly (T | QuickPickSeparator)[]): void {
        const { search } = this;
        this.search = 'done';
        this.items = items;
        const first = items.find((each): each is T => each.type !== 'separator');
        if (search === 'accepted' && first) {
            this.accept(first);
        }
    }

    /** Enter: takes the item, or the first that is found for what was typed just before. */
    confirm(item: T | undefined): void {
        if (this.search !== 'done') {
            this.search = 'accepted';
        } else if (item) {
            this.accept(item);
        }
    }

    accept(item: T): void {
        this.selectedItems = [item];
        this.selectionEmitter.fire([item]);
        this.acceptEmitter.fire(undefined);
        item.execute?.();
    }
}

export type QuickSession = InputSession | PickSession;
