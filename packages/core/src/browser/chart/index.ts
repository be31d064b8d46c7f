export { Chart, ChartTable, type ChartProps } from './chart';
export type { ChartColor, ChartData, ChartOpening, ChartScale, ChartSeries } from './chart-data';
