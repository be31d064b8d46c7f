import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { conversationOperations } from '../../common/conversation/conversation-contract';
import type { ConversationService } from './conversation-service';
import { readConversation } from './read-conversation';

export function conversationRouter(service: ConversationService) {
    const os = implementOperations(conversationOperations);
    return os.router({
        read: os.read.handler(({ input }) => {
            const { messages, problems } = readConversation(input.text);
            return { messages: [...messages], problems: [...problems] };
        }),
        add: os.add.handler(({ input, context }) => service.add(caller(context), input)),
        observe: os.observe.handler(({ input, context }) => service.observe(caller(context), input)),
        messages: os.messages.handler(({ input, context }) => service.messages(caller(context), input.id))
    });
}
