import { mix } from './contrast';

/** What a colour can mean, wherever it stands: on the waveform, on a badge, in a chart. */
export const meanings = ['agent', 'customer', 'both', 'silence', 'good', 'caution', 'critical'] as const;
export type Meaning = typeof meanings[number];

interface Base {
    /** Behind everything. */
    readonly canvas: string;
    /** Cards, panels, tables. */
    readonly surface: string;
    /** What floats: menus, dialogs, toasts. */
    readonly raised: string;
    /** What lies deeper: the activity bar, heads of tables, tracks. */
    readonly sunken: string;
    readonly hover: string;
    readonly selected: string;
    readonly ink: string;
    /** Secondary text. */
    readonly quiet: string;
    /** Hairlines between things. */
    readonly line: string;
    /** Borders of controls: at least 3:1. */
    readonly lineStrong: string;
    readonly accent: string;
    readonly onAccent: string;
    readonly focus: string;
}

type Meanings = Readonly<Record<Meaning, string>>;
type Softs = { readonly [M in Meaning | 'accent' as `${M}Soft`]: string };
export type Palette = Base & Meanings & Softs;

export const themeIds = ['light', 'dark', 'hc-light', 'hc-dark'] as const;
export type ThemeId = typeof themeIds[number];

const withSofts = (base: Base & Meanings, share: number): Palette => ({
    ...base,
    ...Object.fromEntries(([...meanings, 'accent'] as const).map(each => [`${each}Soft`, mix(base.surface, base[each], share)])) as Softs
});

/**
 * The colours of the four themes. Every text colour has at least 4.5:1 on every surface (7:1 in high contrast), and the
 * colours that stand side by side (agent, customer, both, silence; good, caution, critical) differ in lightness as well
 * as in hue, so that they can be told apart without seeing hues. The spec beside this file measures all of it.
 */
export const palettes: Readonly<Record<ThemeId, Palette>> = {
    light: withSofts({
        canvas: '#f5f5f2', surface: '#ffffff', raised: '#ffffff', sunken: '#ecece8', hover: '#efefeb', selected: '#e6ecfa',
        ink: '#1c1e22', quiet: '#585e6b', line: '#e0e0db', lineStrong: '#868b95', accent: '#2a55c4', onAccent: '#ffffff', focus: '#2a55c4',
        agent: '#094b5b', customer: '#a75110', both: '#411e64', silence: '#53565d', good: '#186635', caution: '#8e6000', critical: '#90151f'
    }, 0.1),
    dark: withSofts({
        canvas: '#17181b', surface: '#1e2024', raised: '#282a30', sunken: '#121316', hover: '#2a2c32', selected: '#27314a',
        ink: '#e8e9eb', quiet: '#a9aeb9', line: '#31343b', lineStrong: '#767d8a', accent: '#93b2ff', onAccent: '#101a33', focus: '#93b2ff',
        agent: '#77ccde', customer: '#ffd1a1', both: '#b18de6', silence: '#aaaeb8', good: '#7fd196', caution: '#f1d58c', critical: '#ff8782'
    }, 0.16),
    'hc-light': withSofts({
        canvas: '#ffffff', surface: '#ffffff', raised: '#ffffff', sunken: '#ffffff', hover: '#f0f0f0', selected: '#e3ebff',
        ink: '#000000', quiet: '#33363d', line: '#4d515a', lineStrong: '#000000', accent: '#0a3699', onAccent: '#ffffff', focus: '#0a3699',
        agent: '#06313d', customer: '#7b3a05', both: '#2c0f43', silence: '#3a3c41', good: '#0a4721', caution: '#674500', critical: '#62050d'
    }, 0),
    'hc-dark': withSofts({
        canvas: '#000000', surface: '#000000', raised: '#000000', sunken: '#000000', hover: '#1f1f1f', selected: '#16264d',
        ink: '#ffffff', quiet: '#d5d8de', line: '#9aa0ab', lineStrong: '#ffffff', accent: '#b3c9ff', onAccent: '#000000', focus: '#ffd84d',
        agent: '#9de3f2', customer: '#ffe7cd', both: '#c5a7f4', silence: '#c2c6cf', good: '#8ce4a4', caution: '#ffe698', critical: '#ffa7a3'
    }, 0)
};

/** The colours of the palette in the order of their custom properties: `lineStrong` is `--e-line-strong`. */
export const propertyName = (name: string): string => `--e-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
