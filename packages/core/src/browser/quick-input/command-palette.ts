import { inject, injectable } from '@theia/core/shared/inversify';
import { type Command, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { filterItems, type QuickPickItem, type QuickPicks } from '@theia/core/lib/common/quick-pick-service';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { type QuickAccessContribution, type QuickAccessProvider, QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import { compareTexts } from '../widgets/format';

/** How many commands that were used lately stand first. */
const RECENT = 5;

/** Everything that can be done here and now, by name. */
@injectable()
export class CommandPalette implements QuickAccessContribution, QuickAccessProvider {
    static readonly PREFIX = '>';
    @inject(CommandRegistry)
    protected readonly commands: CommandRegistry;
    @inject(KeybindingRegistry)
    protected readonly keybindings: KeybindingRegistry;
    @inject(QuickAccessRegistry)
    protected readonly registry: QuickAccessRegistry;

    registerQuickAccessProvider(): void {
        this.registry.registerQuickAccessProvider({ getInstance: () => this, prefix: CommandPalette.PREFIX, placeholder: nls.localize('earshot/core/quick/commands', 'What do you want to do?'), helpEntries: [] });
    }

    getPicks(filter: string): QuickPicks {
        const usable = this.commands.commands.filter(each => each.label && this.commands.isVisible(each.id) && this.commands.isEnabled(each.id));
        const recent = this.commands.recent.slice(0, RECENT).filter(each => usable.some(({ id }) => id === each.id));
        const others = usable.filter(each => !recent.some(({ id }) => id === each.id)).sort((one, other) => compareTexts(this.labelOf(one), this.labelOf(other)));
        const items: QuickPicks = recent.length
            ? [{ type: 'separator', label: nls.localize('earshot/core/quick/recent', 'Used lately') }, ...recent.map(this.asItem), { type: 'separator', label: nls.localize('earshot/core/quick/others', 'Others') }, ...others.map(this.asItem)]
            : others.map(this.asItem);
        return filterItems(items, filter);
    }

    protected labelOf({ category, label }: Command): string {
        return category ? `${category}: ${label}` : label!;
    }

    protected readonly asItem = (command: Command): QuickPickItem => ({
        label: this.labelOf(command), keySequence: this.keysOf(command),
        execute: () => {
            // the box has to be gone first, so that the command finds the focus where it was
            setTimeout(() => void this.commands.executeCommand(command.id));
            this.commands.addRecentCommand(command);
        }
    });

    protected keysOf({ id }: Command): QuickPickItem['keySequence'] {
        const [first] = this.keybindings.getKeybindingsForCommand(id);
        return first && this.keybindings.resolveKeybinding(first);
    }
}
