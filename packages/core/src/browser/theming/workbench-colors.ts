import { injectable } from '@theia/core/shared/inversify';
import type { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import type { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import { type Palette, palettes } from './palette';

/** VS Code's names, which Theia's own styles use, in terms of our palette. */
const names: Readonly<Record<string, keyof Palette>> = {
    foreground: 'ink', disabledForeground: 'quiet', descriptionForeground: 'quiet', errorForeground: 'critical', focusBorder: 'focus', 'icon.foreground': 'ink',
    'selection.background': 'selected', 'textLink.foreground': 'accent', 'textLink.activeForeground': 'accent', 'textPreformat.foreground': 'ink',
    'textBlockQuote.background': 'sunken', 'textBlockQuote.border': 'line', 'textSeparator.foreground': 'line',
    'editor.background': 'canvas', 'editor.foreground': 'ink', 'editorWidget.background': 'raised', 'editorWidget.foreground': 'ink', 'editorWidget.border': 'line',
    'activityBar.background': 'sunken', 'activityBar.foreground': 'ink', 'activityBar.inactiveForeground': 'quiet', 'sideBar.background': 'surface', 'sideBar.foreground': 'ink',
    'panel.background': 'surface', 'panel.border': 'line', 'statusBar.background': 'sunken', 'statusBar.foreground': 'quiet', 'statusBar.border': 'line',
    'statusBar.offlineBackground': 'sunken', 'statusBar.offlineForeground': 'quiet',
    'button.background': 'accent', 'button.foreground': 'onAccent', 'button.hoverBackground': 'accent', 'secondaryButton.background': 'surface', 'secondaryButton.foreground': 'ink',
    'input.background': 'surface', 'input.foreground': 'ink', 'input.border': 'lineStrong', 'input.placeholderForeground': 'quiet', 'inputOption.activeBorder': 'accent',
    'dropdown.background': 'surface', 'dropdown.foreground': 'ink', 'dropdown.border': 'lineStrong', 'dropdown.listBackground': 'raised',
    'list.activeSelectionBackground': 'selected', 'list.activeSelectionForeground': 'ink', 'list.inactiveSelectionBackground': 'selected', 'list.hoverBackground': 'hover', 'list.focusBackground': 'selected',
    'menu.background': 'raised', 'menu.foreground': 'ink', 'menu.border': 'line', 'menu.selectionBackground': 'selected', 'menu.selectionForeground': 'ink', 'menu.separatorBackground': 'line',
    'quickInput.background': 'raised', 'quickInput.foreground': 'ink', 'badge.background': 'accent', 'badge.foreground': 'onAccent', 'progressBar.background': 'accent',
    'scrollbarSlider.background': 'line', 'scrollbarSlider.hoverBackground': 'lineStrong', 'scrollbarSlider.activeBackground': 'lineStrong',
    'editorHoverWidget.background': 'raised', 'editorHoverWidget.foreground': 'ink', 'editorHoverWidget.border': 'line', 'toolbar.hoverBackground': 'hover', 'widget.border': 'line',
    'errorBackground': 'criticalSoft', 'successBackground': 'goodSoft', 'warningBackground': 'cautionSoft', 'sash.hoverBorder': 'accent', 'tab.border': 'line'
};

/** Registers the palettes with Theia under VS Code's names. */
@injectable()
export class WorkbenchColors implements ColorContribution {
    registerColors(colors: ColorRegistry): void {
        const defaults = (name: keyof Palette): { light: string; dark: string; hcLight: string; hcDark: string } =>
            ({ light: palettes.light[name], dark: palettes.dark[name], hcLight: palettes['hc-light'][name], hcDark: palettes['hc-dark'][name] });
        colors.register(...Object.entries(names).map(([id, name]) => ({ id, description: id, defaults: defaults(name) })));
    }
}
