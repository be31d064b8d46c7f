import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution } from '../application/error-text';
import type { HouseTextContribution } from '../application/house-texts';

function permission(id: string): string | undefined {
    switch (id) {
        case 'search:read': return nls.localize('earshot/core/search/permission-read', 'See synonyms, pinned answers and what was searched in vain');
        case 'search:curate': return nls.localize('earshot/core/search/permission-curate', 'Change synonyms and pinned answers');
        default: return undefined;
    }
}

function audit(action: string): string | undefined {
    switch (action) {
        case 'synonym.added': return nls.localize('earshot/core/search/synonym-added', 'Synonyms added');
        case 'synonym.changed': return nls.localize('earshot/core/search/synonym-changed', 'Synonyms changed');
        case 'synonym.removed': return nls.localize('earshot/core/search/synonym-removed', 'Synonyms removed');
        case 'synonym-proposal.dismissed': return nls.localize('earshot/core/search/proposal-dismissed', 'Proposed synonyms dismissed');
        case 'synonym-proposal.restored': return nls.localize('earshot/core/search/proposal-restored', 'Proposed synonyms brought back');
        case 'pinned-answer.added': return nls.localize('earshot/core/search/pin-added', 'Pinned answer added');
        case 'pinned-answer.changed': return nls.localize('earshot/core/search/pin-changed', 'Pinned answer changed');
        case 'pinned-answer.removed': return nls.localize('earshot/core/search/pin-removed', 'Pinned answer removed');
        case 'answer.linked': return nls.localize('earshot/core/search/answer-linked', 'Answer linked to a call');
        case 'answer.unlinked': return nls.localize('earshot/core/search/answer-unlinked', 'Link of an answer to a call removed');
        default: return undefined;
    }
}

/** What search calls its permissions and what it writes down. */
export const searchHouseTexts: HouseTextContribution = {
    permission, audit,
    permissionGroup: noun => noun === 'search' ? nls.localize('earshot/core/search/permission-group', 'Search') : undefined
};

export const searchErrorTexts: ErrorTextContribution = {
    conflict: reason => reason === 'too-many' ? nls.localize('earshot/core/search/too-many', 'There are already as many as there may be. Remove some that are no longer needed.') : undefined,
    problem: code => code === 'unknown-link' ? nls.localize('earshot/core/search/unknown-link', 'This leads nowhere. Choose what to put first from the list.') : undefined
};
