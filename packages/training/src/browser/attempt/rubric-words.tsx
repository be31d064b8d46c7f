import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, formatNumber, formatPercent } from '@earshot/core/lib/browser/widgets';
import { pointsText } from './attempt-words';

/** @param share 0 to 1 of the whole */
export const countsText = (share: number): string => nls.localize('earshot/training/rubric/counts', 'Counts {0}', formatPercent(share, 0));
/** The points of a level, as they stand before its text. */
export const levelPoints = (points: number): string => formatNumber(points, Number.isInteger(points) ? 0 : 2);
export const ofPoints = (points: number, of: number): string => nls.localize('earshot/training/result/points', '{0} of {1} points', pointsText(points), pointsText(of));

/** Whoever fails this one fails the whole essay. @param failed whether somebody has */
export const CriticalCriterion = ({ failed = false }: { readonly failed?: boolean }): React.ReactElement => failed
    ? <Badge tone='critical' icon='error'>{nls.localize('earshot/training/rubric/failed', 'Critical, failed: the whole answer earns 0')}</Badge>
    : <Badge tone='caution' icon='shield'>{nls.localize('earshot/training/rubric/critical', 'Critical')}</Badge>;
