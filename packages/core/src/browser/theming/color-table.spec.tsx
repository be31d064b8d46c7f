import { Color } from '@theia/core/lib/common/color';
import { describe, expect, it, vi } from 'vitest';
import { ColorTable } from './color-table';

describe('registered colours', () => {
    const colors = new ColorTable();
    colors.register(
        { id: 'base.color', description: '', defaults: { light: '#ffffff', dark: '#000000', hcDark: '#111111', hcLight: '#eeeeee' } },
        { id: 'same.color', description: '', defaults: 'base.color' }, { id: 'half.color', description: '', defaults: { light: Color.transparent('base.color', 0.5) } },
        { id: 'round.one', description: '', defaults: 'round.two' }, { id: 'round.two', description: '', defaults: 'round.one' },
        { id: 'rgb.color', description: '', defaults: { light: Color.rgba(1, 2, 3, 0.5) } }
    );
    it('follow the theme and their references', () => {
        colors.setTheme('dark');
        expect(colors.getCurrentColor('same.color')).toBe('#000000');
        const heard = vi.fn();
        colors.onDidChange(heard);
        colors.setTheme('light');
        expect(heard).toHaveBeenCalledOnce();
        expect(colors.getCurrentCssVariable('same.color')).toEqual({ name: '--theia-same-color', value: '#ffffff' });
        expect(colors.getCurrentColor('half.color')).toBe('color-mix(in srgb, #ffffff 50%, transparent)');
        expect(colors.getCurrentColor('rgb.color')).toBe('rgb(1 2 3 / 0.5)');
    });
    it('are absent where they lead nowhere', () => expect([colors.getCurrentColor('round.one'), colors.getCurrentColor('unknown.color')]).toEqual([undefined, undefined]));
});
