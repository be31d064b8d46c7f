import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';

/** "3 today": how far the person has come. */
export const TodayCount = ({ count }: { readonly count: number | undefined }): React.ReactElement | null => count === undefined ? null
    : <span className='q-today e-figures' title={nls.localize('earshot/quality/today/detail', 'Evaluations that you have submitted today')}>{nls.localize('earshot/quality/today/count', '{0} today', count)}</span>;
