export { Chart, ChartTable, type ChartProps } from './chart';
export type { ChartColor, ChartData, ChartScale, ChartSeries } from './chart-data';
