import { nls } from '@theia/core/lib/common/nls';
import type { Direction } from '../../common/interaction/interaction-contract';
import type { Evaluated, RecordingChoice } from './call-filter';

export function directionText(direction: Direction): string {
    switch (direction) {
        case 'inbound': return nls.localize('earshot/quality/direction/inbound', 'Inbound');
        case 'outbound': return nls.localize('earshot/quality/direction/outbound', 'Outbound');
        case 'internal': return nls.localize('earshot/quality/direction/internal', 'Internal');
    }
}

export const directionIcon = (direction: Direction): string => ({ inbound: 'call-incoming', outbound: 'call-outgoing', internal: 'arrow-swap' })[direction];

export function evaluatedText(evaluated: Evaluated): string {
    switch (evaluated) {
        case 'yes': return nls.localize('earshot/quality/evaluated/yes', 'Evaluated');
        case 'no': return nls.localize('earshot/quality/evaluated/no', 'Not evaluated');
        case 'by-me': return nls.localize('earshot/quality/evaluated/by-me', 'Evaluated by me');
        case 'not-by-me': return nls.localize('earshot/quality/evaluated/not-by-me', 'Not evaluated by me');
    }
}

export function recordingText(state: RecordingChoice): string {
    switch (state) {
        case 'ready': return nls.localize('earshot/quality/recording/ready', 'Ready');
        case 'processing': return nls.localize('earshot/quality/recording/processing', 'Being prepared');
        case 'failed': return nls.localize('earshot/quality/recording/failed', 'Failed');
        case 'deleted': return nls.localize('earshot/quality/recording/deleted', 'Deleted');
    }
}
