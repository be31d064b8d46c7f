import { inject, injectable } from '@theia/core/shared/inversify';
import { type Command, type CommandContribution, type CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { QuickInputService } from '@theia/core/lib/common/quick-pick-service';
import type { KeybindingContribution, KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { SessionService } from '../application/session-service';
import { KeyboardHelpService } from '../keyboard/keyboard-help-service';
import { NavigationService } from '../navigation/navigation-service';
import { PageRegistry } from '../navigation/page-registry';
import { perspectiveTitle } from '../navigation/perspective-titles';
import { QuickPanelService } from '../search/quick-panel-service';
import { AppearanceService, themeLabels, type ThemeChoice } from '../theming/appearance-service';

const command = (id: string, label?: string): Command => ({ id: `earshot.${id}`, label });

/** Commands that make sense on every page. Their labels are made when they are registered, in the person's language. */
export const EarshotCommands = {
    palette: command('palette'), quickOpen: command('quick-open'), keyboardHelp: command('keyboard-help'), signOut: command('sign-out')
} as const;

@injectable()
export class EarshotCommandContribution implements CommandContribution, KeybindingContribution {
    @inject(QuickInputService)
    protected readonly quickInput: QuickInputService;
    @inject(QuickPanelService)
    protected readonly panel: QuickPanelService;
    @inject(KeyboardHelpService)
    protected readonly help: KeyboardHelpService;
    @inject(SessionService)
    protected readonly session: SessionService;
    @inject(NavigationService)
    protected readonly navigation: NavigationService;
    @inject(PageRegistry)
    protected readonly pages: PageRegistry;
    @inject(AppearanceService)
    protected readonly appearance: AppearanceService;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(EarshotCommands.palette, { execute: () => this.quickInput.open('>') });
        commands.registerCommand({ ...EarshotCommands.quickOpen, label: nls.localize('earshot/core/commands/quick-open', 'Find anything') }, { execute: () => this.panel.show() });
        commands.registerCommand({ ...EarshotCommands.keyboardHelp, label: nls.localize('earshot/core/commands/keyboard-help', 'Show the keys of this page') }, { execute: () => this.help.open.set(true) });
        commands.registerCommand({ ...EarshotCommands.signOut, label: nls.localize('earshot/core/commands/sign-out', 'Sign out') }, { execute: () => this.session.signOut() });
        for (const perspective of this.pages.visiblePerspectives) {
            for (const page of this.pages.navigationOf(perspective)) {
                commands.registerCommand({ id: `earshot.go.${page.id}`, label: page.title(), category: perspectiveTitle(perspective) }, { execute: () => this.navigation.navigate(page.path) });
            }
        }
        for (const [choice, label] of Object.entries(themeLabels())) {
            commands.registerCommand({ id: `earshot.theme.${choice}`, label, category: nls.localize('earshot/core/commands/theme', 'Theme') }, {
                isEnabled: () => this.appearance.choice !== choice as ThemeChoice, execute: () => this.session.setPreference('theme', choice)
            });
        }
    }

    registerKeybindings(keybindings: KeybindingRegistry): void {
        keybindings.registerKeybindings(
            { command: EarshotCommands.palette.id, keybinding: 'ctrlcmd+shift+p', when: '!dialogOpen' },
            { command: EarshotCommands.palette.id, keybinding: 'f1', when: '!dialogOpen' },
            { command: EarshotCommands.quickOpen.id, keybinding: 'ctrlcmd+k', when: '!dialogOpen' },
            { command: EarshotCommands.quickOpen.id, keybinding: 'ctrlcmd+p', when: '!dialogOpen' }
        );
    }
}
