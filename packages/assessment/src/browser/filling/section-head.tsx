import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Section, SectionScore } from '@earshot/forms';
import { formatNumber } from '@earshot/core/lib/browser/widgets/format';
import { Badge } from '@earshot/core/lib/browser/widgets/notice';
import { formText } from '../form-text';
import { percentText } from './score-trace';

export interface SectionHeadProps {
    readonly section: Section;
    readonly number: number;
    readonly score: SectionScore | undefined;
    readonly scored: boolean;
}

/** The title of a section with its weight and its part of the score. */
export const SectionHead = ({ section, number, score, scored }: SectionHeadProps): React.ReactElement => <header className='a-section-head'>
    <h3><span className='a-section-number e-figures' aria-hidden='true'>{number}</span> {formText(section.title)}</h3>
    <span className='a-section-facts'>
        {section.weight !== undefined && <span>{nls.localize('earshot/assessment/section/weight', 'Weight {0}', formatNumber(section.weight, 3))}</span>}
        {score?.zeroed && <Badge tone='critical' icon='error'>{nls.localize('earshot/assessment/section/zeroed', 'Counts zero')}</Badge>}
        {scored && score && score.possible > 0 && <span className='e-figures'>{percentText(score.percent)}</span>}
    </span>
    {formText(section.description) && <p className='a-section-description a-preserved'>{formText(section.description)}</p>}
</header>;
