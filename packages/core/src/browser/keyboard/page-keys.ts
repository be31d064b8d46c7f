import { inject, injectable } from '@theia/core/shared/inversify';
import { CommandRegistry } from '@theia/core/lib/common/command';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { Store } from '../application/store';

/** A key of the page that is open. It also appears in the keyboard help and in the command palette. */
export interface PageKey {
    /** In Theia's notation, several if there are several ways: `'m'`, `'ctrlcmd+enter'`, `'up'`. A digit is that of the number pad, too. */
    readonly keys: string | readonly string[];
    /** What it does, in the person's language: "Mark this second". */
    readonly title: string;
    run(): void;
    /** Heading in the keyboard help, for pages with many keys. */
    readonly group?: string;
    readonly enabled?: boolean;
    /** Works in an open dialog as well. */
    readonly inDialogs?: boolean;
    /** Replaces the condition that follows from the key itself. */
    readonly when?: string;
}

const MODIFIED = /(^|\+)(ctrlcmd|ctrl|cmd|meta|alt)\+|^f\d+$/i;
const ARROWS = /^(shift\+)?(up|down|left|right|home|end|pageup|pagedown)$/i;
/** As they stand on the keys, in every language. */
const ARROW_SIGNS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };
const ACTIVATING = /^(shift\+)?(enter|space)$/i;

/**
 * When a key is the page's: letters and digits not while text is written, arrows not where they move something,
 * Enter and space not where they press something. Keys with Ctrl, Cmd or Alt and function keys always.
 */
export function conditionOf(key: string, inDialogs = false): string {
    const conditions = [
        ...(inDialogs ? [] : ['!dialogOpen']),
        ...(MODIFIED.test(key) ? [] : ['!inputFocus']),
        ...(ARROWS.test(key) ? ['!arrowsTaken'] : []),
        ...(ACTIVATING.test(key) ? ['!activatable'] : [])
    ];
    return conditions.length ? conditions.join(' && ') : 'true';
}

export const keysOf = ({ keys }: PageKey): readonly string[] => typeof keys === 'string' ? [keys] : keys;

/** The keys of the page that is open, as commands with keybindings. */
@injectable()
export class PageKeyService {
    @inject(CommandRegistry)
    protected readonly commands: CommandRegistry;
    @inject(KeybindingRegistry)
    protected readonly keybindings: KeybindingRegistry;
    readonly current = new Store<readonly PageKey[]>([]);
    protected count = 0;

    /** Registers keys until the answer is disposed. `latest` is asked at each press, so that handlers may change with every rendering. */
    register(keys: readonly PageKey[], latest: (index: number) => PageKey | undefined = index => keys[index]): DisposableCollection {
        const registered = new DisposableCollection();
        keys.forEach((key, index) => {
            const command = `earshot.page.${++this.count}`;
            registered.push(this.commands.registerCommand({ id: command, label: key.title }, {
                isEnabled: () => latest(index)?.enabled !== false,
                execute: () => latest(index)?.run()
            }));
            for (const keybinding of keysOf(key)) {
                registered.push(this.keybindings.registerKeybinding({ command, keybinding, when: key.when ?? conditionOf(keybinding, key.inDialogs) }));
            }
        });
        this.current.update(current => [...current, ...keys]);
        registered.push({ dispose: () => this.current.update(current => current.filter(each => !keys.includes(each))) });
        return registered;
    }

    /** A key as people read it: `⌘⏎`, `Ctrl+Enter`, `Ctrl+←`. */
    readonly label = (key: string): string => {
        try {
            return this.keybindings.acceleratorFor({ command: '', keybinding: key }, '+').join(' ').replace(/\b(Left|Right|Up|Down)\b/g, name => ARROW_SIGNS[name]!);
        } catch {
            return key;
        }
    };
}
