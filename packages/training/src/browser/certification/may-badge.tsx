import * as React from '@theia/core/shared/react';
import { Badge } from '@earshot/core/lib/browser/widgets';
import type { CertificationRow } from '../../common/certification/certification-contract';
import { mayText } from './certification-words';

/** Whether somebody may take calls, at a glance. */
export function MayBadge({ row }: { readonly row: Pick<CertificationRow, 'may' | 'ruled'> }): React.ReactElement {
    const [tone, icon] = !row.ruled ? ['neutral', 'dash'] as const : row.may ? ['good', 'check'] as const : ['critical', 'circle-slash'] as const;
    return <Badge tone={tone} icon={icon}>{mayText(row)}</Badge>;
}
