import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { formatFixed } from '@earshot/core/lib/browser/widgets/format';

/** A share of the whole in words: "12.5 %". @param share 0 to 1. */
export const shareText = (share: number): string => nls.localize('earshot/assessment/share/percent', '{0} %', formatFixed(100 * share, 1));

export interface ShareMeterProps {
    /** 0 to 1 of the whole form; null for what takes no part in the score. */
    readonly share: number | null;
    readonly conditional?: boolean;
}

/** What something counts for in the whole form: a bar with its figure. */
export function ShareMeter({ share, conditional = false }: ShareMeterProps): React.ReactElement {
    if (share === null) {
        return <span className='a-share a-share-none'>{nls.localize('earshot/assessment/share/none', 'no points')}</span>;
    }
    const title = conditional ? nls.localize('earshot/assessment/share/conditional', 'Share of the whole form when it is asked and nothing is “not applicable”; where it is not asked, the others count for more.')
        : nls.localize('earshot/assessment/share/title', 'Share of the whole form when nothing is “not applicable”');
    return <span className='a-share' title={title}>
        <span className='a-share-track' aria-hidden='true'><span className='a-share-bar' style={{ inlineSize: `${Math.min(100, 100 * share)}%` }} /></span>
        <span className='e-figures'>{shareText(share)}{conditional && '*'}</span>
    </span>;
}
