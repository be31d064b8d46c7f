import { injectable } from '@theia/core/shared/inversify';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import type { ContextKey, ContextKeyChangeEvent, ContextKeyService, ContextKeyValue, ContextMatcher, ScopedValueStore } from '@theia/core/lib/browser/context-key-service';
import { isActivatable, isTextInput, usesArrows } from './focus-kind';
import { holds, keysIn, parseWhen, type WhenExpression } from './when-expression';

type Values = ReadonlyMap<string, unknown>;

/** Keys that depend on what has the focus; they are looked up at the moment of the key press. */
const focusKeys: Readonly<Record<string, (focused: Element | null) => boolean>> = {
    inputFocus: isTextInput,
    textInputFocus: isTextInput,
    arrowsTaken: usesArrows,
    activatable: isActivatable,
    dialogOpen: () => document.querySelector('[aria-modal="true"]') !== null
};

/**
 * Decides whether a `when` condition holds. Without it Theia takes every condition for true, and a digit typed
 * into a comment would answer a question. A condition that cannot be read never holds.
 */
@injectable()
export class EarshotContextKeyService implements ContextKeyService {
    protected readonly changeEmitter = new Emitter<ContextKeyChangeEvent>();
    readonly onDidChange = this.changeEmitter.event;
    protected readonly values = new Map<string, unknown>();
    protected readonly scopes = new WeakMap<HTMLElement, Map<string, unknown>>();
    protected readonly parsed = new Map<string, WhenExpression | undefined>();
    protected overlays: readonly Values[] = [];

    createKey<T extends ContextKeyValue>(key: string, defaultValue: T | undefined): ContextKey<T> {
        this.setContext(key, defaultValue);
        return { set: value => this.setContext(key, value), reset: () => this.setContext(key, defaultValue), get: () => this.values.get(key) as T | undefined };
    }

    setContext(key: string, value: unknown): void {
        if (this.values.get(key) !== value) {
            this.values.set(key, value);
            this.changeEmitter.fire({ affects: keys => keys.has(key) });
        }
    }

    match(expression: string, context?: HTMLElement): boolean {
        return this.matches(expression, this.overlays, context);
    }

    parseKeys(expression: string): Set<string> | undefined {
        const parsed = this.parse(expression);
        return parsed && new Set(keysIn(parsed));
    }

    with<T>(values: Record<string, unknown>, callback: () => T): T {
        const before = this.overlays;
        this.overlays = [new Map(Object.entries(values)), ...before];
        try {
            return callback();
        } finally {
            this.overlays = before;
        }
    }

    createOverlay(overlay: Iterable<[string, unknown]>): ContextMatcher {
        const values = new Map(overlay);
        return { match: (expression, context) => this.matches(expression, [values, ...this.overlays], context) };
    }

    createScoped(target: HTMLElement): ScopedValueStore {
        const values = new Map<string, unknown>();
        this.scopes.set(target, values);
        const emitter = new Emitter<ContextKeyChangeEvent>();
        const setContext = (key: string, value: unknown): void => {
            values.set(key, value);
            emitter.fire({ affects: keys => keys.has(key) });
        };
        return {
            onDidChangeContext: emitter.event,
            setContext,
            createKey: <T extends ContextKeyValue>(key: string, defaultValue: T | undefined): ContextKey<T> => {
                setContext(key, defaultValue);
                return { set: value => setContext(key, value), reset: () => setContext(key, defaultValue), get: () => values.get(key) as T | undefined };
            },
            createScoped: element => this.createScoped(element),
            getLocalContextKeys: element => this.getLocalContextKeys(element),
            dispose: () => Disposable.create(() => this.scopes.delete(target)).dispose()
        };
    }

    getLocalContextKeys(element: HTMLElement): Set<string> {
        return new Set(this.scopesAround(element).flatMap(each => [...each.keys()]));
    }

    protected parse(text: string): WhenExpression | undefined {
        if (!this.parsed.has(text)) {
            this.parsed.set(text, parseWhen(text));
        }
        return this.parsed.get(text);
    }

    protected matches(text: string, overlays: readonly Values[], context?: HTMLElement): boolean {
        const expression = this.parse(text);
        return expression !== undefined && holds(expression, key => this.lookUp(key, overlays, context));
    }

    protected lookUp(key: string, overlays: readonly Values[], context: HTMLElement | undefined): unknown {
        const scoped = [...overlays, ...this.scopesAround(context ?? document.activeElement)].find(each => each.has(key));
        if (scoped) {
            return scoped.get(key);
        }
        return focusKeys[key] ? focusKeys[key](context ?? document.activeElement) : this.values.get(key);
    }

    /** The scopes of an element and of what it stands in, the nearest first. */
    protected scopesAround(element: Element | null | undefined): Values[] {
        const found: Values[] = [];
        for (let each = element; each instanceof HTMLElement; each = each.parentElement) {
            const scope = this.scopes.get(each);
            if (scope) {
                found.push(scope);
            }
        }
        return found;
    }
}
