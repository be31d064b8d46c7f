import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Icon } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';

/** Says quietly that an evaluation belongs to a calibration session. */
export function BlindBanner({ sessionId }: { readonly sessionId: string }): React.ReactElement {
    const client = useClient(qualityContract);
    const { data: session } = useQuery({ queryKey: ['calibration', 'one', sessionId], queryFn: ({ signal }) => client.calibrations.get({ id: sessionId }, { signal }) });
    const blind = session === undefined || session.state === 'open';
    return <p className='q-banner'><Icon name='organization' />
        <Link to={`/quality/calibrations/${sessionId}`}>{session?.title ?? nls.localize('earshot/quality/purpose/calibration', 'Calibration')}</Link>
        {blind ? nls.localize('earshot/quality/calibration/blind', 'Nobody sees your ratings until the session closes, and you see nobody’s. They do not count for the agent.')
            : nls.localize('earshot/quality/calibration/unblinded', 'From a calibration session: it does not count for the agent.')}
    </p>;
}
