import * as React from '@theia/core/shared/react';
import { Icon } from '@earshot/core/lib/browser/widgets';
import type { FormPlace } from '../../../common/form/form-editing';
import { errorsText } from '../words/state-text';
import { useBuilder } from './builder-context';

/** On the head of a card: that something in it is wrong, as far as it is said by now. */
export function CardErrors({ place }: { readonly place: FormPlace }): React.ReactElement | null {
    const errors = useBuilder().errorsAt(place);
    return errors > 0 ? <span className='a-card-errors' title={errorsText(errors)}><Icon name='warning' /><span className='e-hidden'>{errorsText(errors)}</span></span> : null;
}
