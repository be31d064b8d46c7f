import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import type { PageProps } from '@earshot/core/lib/browser/navigation';
import { Button, EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { isUnblinded } from '../../common/calibration/calibration-state';
import { SessionFrame } from './session-frame';
import { SessionProgress } from './session-progress';
import { SessionResult } from './result/session-result';
import { useCalibration } from './use-calibrations';

/** One calibration session: who has rated what while it is open, the result afterwards. */
export default function CalibrationPage({ params, query }: PageProps): React.ReactElement {
    const { data: session, error, refetch } = useCalibration(params.id!);
    const { describe } = useErrorText();
    if (!session) {
        return <Page title={nls.localize('earshot/quality/calibration/title', 'Calibration session')} back={{ to: '/quality/calibrations', label: nls.localize('earshot/quality/calibrations/title', 'Calibration') }}>
            {error ? <EmptyState icon='warning' title={describe(error)} action={<Button onClick={() => void refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />}
        </Page>;
    }
    return <SessionFrame session={session}>{isUnblinded(session.state) ? <SessionResult session={session} query={query} /> : <SessionProgress session={session} />}</SessionFrame>;
}
