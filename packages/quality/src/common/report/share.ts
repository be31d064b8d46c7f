/** Shares of what was counted, with E. B. Wilson's interval (Journal of the American Statistical Association 22 (1927) 209–212), as reports hold them. */
import { wilsonInterval } from '@earshot/statistics';
import { figureOf, intervalCells, type ReportFigure, type ReportRow } from './report-table';

/** The cells `name`, `nameLow` and `nameHigh`. */
export const shareCells = (name: string, part: number, whole: number): ReportRow => {
    const share = wilsonInterval(part, whole);
    return { [name]: share.value, ...intervalCells(name, share) };
};

export const shareFigure = (id: string, part: number, whole: number): ReportFigure => {
    const share = wilsonInterval(part, whole);
    return figureOf(id, 'share', share.n, share.value, share);
};
