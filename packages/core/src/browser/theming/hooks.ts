import { useService } from '../application/context';
import { useStore } from '../application/store';
import { AppearanceService } from './appearance-service';
import { palettes, type Palette } from './palette';

/** The colours of the current theme, for canvases and other places that CSS does not reach. */
export const useColors = (): Palette => palettes[useStore(useService(AppearanceService).theme)];
