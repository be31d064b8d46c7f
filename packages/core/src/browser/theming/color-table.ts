import { injectable } from '@theia/core/shared/inversify';
import { ColorRegistry } from '@theia/core/lib/browser/color-registry';
import type { Disposable } from '@theia/core/lib/common/disposable';
import type { Color, ColorDefinition } from '@theia/core/lib/common/color';
import { ColorDefaults } from '@theia/core/lib/common/color';
import type { ThemeId } from './palette';

const pick: Readonly<Record<ThemeId, (defaults: ColorDefinition['defaults']) => Color | undefined>> = {
    light: ColorDefaults.getLight, dark: ColorDefaults.getDark, 'hc-light': ColorDefaults.getHCLight, 'hc-dark': ColorDefaults.getHCDark
};

/** A reference to another colour is its id; anything else that is text is CSS. */
const isReference = (text: string): boolean => /^[a-z][\w-]*\.[\w.-]+$|^(foreground|focusBorder|errorForeground|contrastBorder|descriptionForeground|disabledForeground)$/i.test(text);

/** The registered colours of the current theme as CSS. Theia's own registry is empty without its code editor. */
@injectable()
export class ColorTable extends ColorRegistry {
    protected readonly definitions = new Map<string, ColorDefinition>();
    protected theme: ThemeId = 'light';

    override *getColors(): IterableIterator<string> {
        yield* this.definitions.keys();
    }

    override getCurrentColor(id: string): string | undefined {
        const defaults = this.definitions.get(id)?.defaults;
        const color = defaults && pick[this.theme](defaults);
        return color === undefined ? undefined : this.asCss(color, new Set([id]));
    }

    setTheme(theme: ThemeId): void {
        this.theme = theme;
        this.fireDidChange();
    }

    protected override doRegister(definition: ColorDefinition): Disposable {
        this.definitions.set(definition.id, definition);
        return { dispose: () => this.definitions.delete(definition.id) };
    }

    protected asCss(color: Color, visited: ReadonlySet<string>): string | undefined {
        if (typeof color === 'string') {
            return isReference(color) ? this.referenced(color, visited) : color;
        }
        if ('r' in color) {
            return `rgb(${color.r} ${color.g} ${color.b} / ${color.a})`;
        }
        if ('h' in color) {
            return `hsl(${color.h} ${color.s * 100}% ${color.l * 100}% / ${color.a})`;
        }
        const base = this.referenced(color.v, visited);
        const other = { transparent: 'transparent', lighten: 'white', darken: 'black' }[color.kind];
        const share = color.kind === 'transparent' ? color.f : 1 - color.f;
        return base && `color-mix(in srgb, ${base} ${share * 100}%, ${other})`;
    }

    protected referenced(id: string, visited: ReadonlySet<string>): string | undefined {
        const defaults = visited.has(id) ? undefined : this.definitions.get(id)?.defaults;
        const color = defaults && pick[this.theme](defaults);
        return color === undefined ? undefined : this.asCss(color, new Set([...visited, id]));
    }
}
