import * as React from '@theia/core/shared/react';
import { ApiService, useService } from '@earshot/core/lib/browser/application';
import type { TimeRange } from '../../common/player/time-range';

/**
 * Tells the server what was really played, for the record of who listened to what. It outlives the page that is being closed;
 * that bytes were fetched is written down by the server itself, whatever arrives here.
 */
export function useListeningReport(recordingId: string, unmasked: boolean): (ranges: readonly TimeRange[]) => void {
    const api = useService(ApiService);
    return React.useCallback(ranges => {
        const whole = ranges.map(([from, to]) => [Math.floor(from), Math.ceil(to)]);
        void api.stream(`/media/recordings/${recordingId}/listening`, { method: 'POST', body: JSON.stringify({ ranges: whole, unmasked }), headers: { 'content-type': 'application/json' }, keepalive: true })
            .catch(() => { /* that there was listening is known, how much of it is not */ });
    }, [api, recordingId, unmasked]);
}
