import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, formatDate } from '@earshot/core/lib/browser/widgets';
import { toLocalField } from '../interaction/local-time';

/** A day until which something has to be done; what is late says so in a word, too. */
export function DueDay({ day, open }: { readonly day: string; readonly open: boolean }): React.ReactElement {
    const late = open && day < toLocalField(Date.now()).slice(0, 10);
    return late ? <Badge tone='critical' icon='warning'>{nls.localize('earshot/quality/coaching/was-due', 'was due {0}', formatDate(day))}</Badge> : <span className='e-figures'>{formatDate(day)}</span>;
}
