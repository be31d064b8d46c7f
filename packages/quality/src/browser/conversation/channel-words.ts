import { nls } from '@theia/core/lib/common/nls';
import type { Author, ReadingProblem } from '../../common/conversation/conversation-contract';
import type { Channel, Occasion } from '../../common/interaction/channel';

export function channelText(channel: Channel): string {
    switch (channel) {
        case 'voice': return nls.localize('earshot/quality/channel/voice', 'Phone');
        case 'chat': return nls.localize('earshot/quality/channel/chat', 'Chat');
        case 'email': return nls.localize('earshot/quality/channel/email', 'E-mail');
        case 'sms': return nls.localize('earshot/quality/channel/sms', 'Text message');
        case 'in-person': return nls.localize('earshot/quality/channel/in-person', 'In person');
    }
}

export const channelIcon = (channel: Channel): string => ({ voice: 'call-incoming', chat: 'comment-discussion', email: 'mail', sms: 'device-mobile', 'in-person': 'person' })[channel];

export function occasionText(occasion: Occasion): string {
    switch (occasion) {
        case 'recorded': return nls.localize('earshot/quality/occasion/recorded', 'Recorded');
        case 'live': return nls.localize('earshot/quality/occasion/live', 'Live monitoring');
        case 'side-by-side': return nls.localize('earshot/quality/occasion/side-by-side', 'Side by side');
        case 'mystery': return nls.localize('earshot/quality/occasion/mystery', 'Mystery contact');
    }
}

export function authorText(author: Author): string {
    switch (author) {
        case 'agent': return nls.localize('earshot/quality/conversation/agent', 'Agent');
        case 'customer': return nls.localize('earshot/quality/conversation/customer', 'Customer');
        case 'system': return nls.localize('earshot/quality/conversation/system', 'System');
    }
}

/** What could not be read of a file, and what to do about it. */
export function problemText({ line, code, value = '' }: ReadingProblem): string {
    switch (code) {
        case 'no-messages': return nls.localize('earshot/quality/reading-problem/no-messages', 'There are no messages in it.');
        case 'not-json': return nls.localize('earshot/quality/reading-problem/not-json', 'It begins like JSON and is not: a bracket or a comma is missing.');
        case 'columns-unknown': return nls.localize('earshot/quality/reading-problem/columns', 'The first line must name the columns: time, role and text. It reads “{0}”.', value);
        case 'time-unknown': return nls.localize('earshot/quality/reading-problem/time', 'Line {0}: “{1}” is not a time such as 2026-11-18 14:03:22.', line, value);
        case 'author-unknown': return nls.localize('earshot/quality/reading-problem/author', 'Line {0}: “{1}” is neither agent, customer nor system.', line, value);
        case 'text-missing': return nls.localize('earshot/quality/reading-problem/text', 'Line {0} has no text.', line);
        case 'text-too-long': return nls.localize('earshot/quality/reading-problem/long', 'Line {0} is longer than {1} characters.', line, value);
        case 'too-many': return nls.localize('earshot/quality/reading-problem/many', 'From line {0} on it was left out: no more than {1} messages are taken in.', line, value);
    }
}
