import type { KindForecast } from './retention-contract';

/** What forecasts come to together: how many would be deleted, are on hold, or wait for a dispute or a calibration. */
export const forecastTotal = (forecasts: readonly Pick<KindForecast, 'due' | 'held' | 'waiting'>[], of: 'due' | 'held' | 'waiting'): number => forecasts.reduce((total, each) => total + each[of], 0);
