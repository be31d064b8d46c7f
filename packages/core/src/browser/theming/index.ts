export { AppearanceService, themeLabels, type Density, type ThemeChoice } from './appearance-service';
export { contrast, lightness, mix } from './contrast';
export { useColors } from './hooks';
export { meanings, palettes, themeIds, type Meaning, type Palette, type ThemeId } from './palette';
