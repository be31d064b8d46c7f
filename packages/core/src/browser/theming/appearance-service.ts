import { inject, injectable } from '@theia/core/shared/inversify';
import { ThemeService } from '@theia/core/lib/browser/theming';
import { nls } from '@theia/core/lib/common/nls';
import type { Theme } from '@theia/core/lib/common/theme';
import type { themes } from '../../common/access/session-contract';
import { SessionService } from '../application/session-service';
import { Store } from '../application/store';
import { ColorTable } from './color-table';
import { applyPalette, decideTheme, rememberTheme, type ThemeChoice } from './first-paint';
import { palettes, type Palette, type ThemeId } from './palette';

export type { ThemeChoice } from './first-paint';
export type Density = 'comfortable' | 'compact';

const themeTypes: Readonly<Record<ThemeId, Theme['type']>> = { light: 'light', dark: 'dark', 'hc-light': 'hcLight', 'hc-dark': 'hc' };

/** The themes in the order in which they are offered. */
export const themeLabels = (): Readonly<Record<typeof themes[number], string>> => ({
    system: nls.localize('earshot/core/theming/system', 'As the system'), light: nls.localize('earshot/core/theming/light', 'Light'), dark: nls.localize('earshot/core/theming/dark', 'Dark'),
    'hc-light': nls.localize('earshot/core/theming/hc-light', 'High contrast, light'), 'hc-dark': nls.localize('earshot/core/theming/hc-dark', 'High contrast, dark')
});

/** The theme and the density that the person chose, applied to the window; "as the system" follows the system live. */
@injectable()
export class AppearanceService {
    @inject(SessionService)
    protected readonly session: SessionService;
    @inject(ThemeService)
    protected readonly themes: ThemeService;
    @inject(ColorTable)
    protected readonly colors: ColorTable;
    readonly theme = new Store<ThemeId>('light');

    start(): void {
        this.themes.register(...(Object.keys(themeTypes) as ThemeId[]).map(id => ({ id, type: themeTypes[id], label: id, editorTheme: id })));
        for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
            window.matchMedia(query).addEventListener('change', () => this.apply());
        }
        this.session.subscribeToPreferences(() => this.apply());
        this.apply();
    }

    get choice(): ThemeChoice {
        return (this.session.preferences().theme as ThemeChoice | undefined) ?? this.session.info.theme;
    }

    get palette(): Palette {
        return palettes[this.theme.get()];
    }

    protected apply(): void {
        const theme = decideTheme(this.choice);
        rememberTheme(this.choice);
        document.documentElement.dataset.density = (this.session.preferences().density as Density | undefined) ?? 'comfortable';
        applyPalette(theme);
        this.colors.setTheme(theme);
        this.themes.setCurrentTheme(theme, false);
        this.theme.set(theme);
    }
}
