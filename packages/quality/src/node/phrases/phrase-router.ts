import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { phraseOperations } from '../../common/phrases/phrase-contract';
import type { PhraseService } from './phrase-service';

export function phraseRouter(service: PhraseService) {
    const os = implementOperations(phraseOperations);
    return os.router({
        suggested: os.suggested.handler(({ input, context }) => service.suggested(caller(context), input.id)),
        decide: os.decide.handler(({ input, context }) => service.decide(caller(context), input.id, input.questionId, input.decision))
    });
}
