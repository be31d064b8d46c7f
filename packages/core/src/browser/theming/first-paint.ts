import { palettes, propertyName, type ThemeId } from './palette';

export type ThemeChoice = 'system' | ThemeId;

const STORAGE_KEY = 'earshot.theme';
const matches = (query: string): boolean => window.matchMedia?.(query).matches ?? false;

/** The theme to show for a choice: the system's brightness and, if it asks for it, its contrast. */
export function decideTheme(choice: ThemeChoice): ThemeId {
    if (choice !== 'system') {
        return choice;
    }
    const dark = matches('(prefers-color-scheme: dark)');
    return matches('(prefers-contrast: more)') ? dark ? 'hc-dark' : 'hc-light' : dark ? 'dark' : 'light';
}

/** The choice of last time, before the server has been asked. */
export const rememberedTheme = (): ThemeChoice => {
    const stored = window.localStorage.getItem(STORAGE_KEY);
    return stored && stored in palettes ? stored as ThemeChoice : 'system';
};

export const rememberTheme = (choice: ThemeChoice): void => window.localStorage.setItem(STORAGE_KEY, choice);

/** Writes the palette of a theme into the document as custom properties, and tells the browser which native controls fit. */
export function applyPalette(theme: ThemeId): void {
    const { style, dataset } = document.documentElement;
    dataset.theme = theme;
    style.colorScheme = theme === 'light' || theme === 'hc-light' ? 'light' : 'dark';
    for (const [name, value] of Object.entries(palettes[theme])) {
        style.setProperty(propertyName(name), value);
    }
}
