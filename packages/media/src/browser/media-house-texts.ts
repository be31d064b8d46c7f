import { nls } from '@theia/core/lib/common/nls';
import type { HouseTextContribution } from '@earshot/core/lib/browser/application';

function audit(action: string): string | undefined {
    switch (action) {
        case 'recording.imported': return nls.localize('earshot/media/audit/imported', 'Recording brought in');
        case 'recording.ready': return nls.localize('earshot/media/audit/ready', 'Recording prepared');
        case 'recording.failed': return nls.localize('earshot/media/audit/failed', 'Recording could not be prepared');
        case 'recording.retried': return nls.localize('earshot/media/audit/retried', 'Recording processed again');
        case 'recording.channels-exchanged': return nls.localize('earshot/media/audit/channels-exchanged', 'Channels of a recording exchanged');
        case 'recording.owner-changed': return nls.localize('earshot/media/audit/owner-changed', 'Recording given to another agent');
        case 'recording.listening-granted': return nls.localize('earshot/media/audit/listening-granted', 'Allowed to listen to a recording for an occasion');
        case 'recording.listening-ended': return nls.localize('earshot/media/audit/listening-ended', 'Occasion for listening over');
        case 'recording.listened': return nls.localize('earshot/media/audit/listened', 'Recording listened to');
        case 'recording.exported': return nls.localize('earshot/media/audit/exported', 'Original of a recording downloaded');
        case 'recording.listened-unmasked': return nls.localize('earshot/media/audit/listened-unmasked', 'Recording listened to, masked parts included');
        case 'listening.saved': return nls.localize('earshot/media/audit/heard', 'Amount of listening noted');
        case 'transcript.imported': return nls.localize('earshot/media/audit/transcript-imported', 'Transcript brought in');
        case 'transcript.read': return nls.localize('earshot/media/audit/transcript-read', 'Transcript read');
        case 'transcript.read-unmasked': return nls.localize('earshot/media/audit/transcript-read-unmasked', 'Transcript read, masked parts included');
        case 'recording.deleted': return nls.localize('earshot/media/audit/deleted', 'Recording deleted');
        case 'transcript.deleted': return nls.localize('earshot/media/audit/transcript-deleted', 'Transcript deleted');
        case 'recording.masked': return nls.localize('earshot/media/audit/masked', 'Part of a recording masked');
        case 'recording.mask-lifted': return nls.localize('earshot/media/audit/mask-lifted', 'Mask of a recording lifted');
        case 'recording.mask-prepared': return nls.localize('earshot/media/audit/mask-prepared', 'Recording converted for masking');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'recording:listen': return nls.localize('earshot/media/permissions/listen', 'Listen to recordings');
        case 'recording:export': return nls.localize('earshot/media/permissions/export', 'Download the originals of recordings');
        case 'recording:correct': return nls.localize('earshot/media/permissions/correct', 'Exchange channels, process recordings again');
        case 'recording:transcribe': return nls.localize('earshot/media/permissions/transcribe', 'Bring in transcripts of recordings');
        case 'recording:mask': return nls.localize('earshot/media/permissions/mask', 'Mask parts of recordings');
        case 'recording:unmask': return nls.localize('earshot/media/permissions/unmask', 'Hear masked parts, and lift masks');
        default: return undefined;
    }
}

/** What the server names by kind, in words. */
export const mediaHouseTexts: HouseTextContribution = {
    audit,
    permission,
    permissionGroup: noun => noun === 'recording' ? nls.localize('earshot/media/permissions/group', 'Recordings') : undefined,
    job: kind => kind === 'media-processing' ? nls.localize('earshot/media/jobs/processing', 'Preparing a recording')
        : kind === 'media-masking' ? nls.localize('earshot/media/jobs/masking', 'Converting a recording so that parts can be masked') : undefined
};
