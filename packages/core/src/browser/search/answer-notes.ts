import { inject, injectable } from '@theia/core/shared/inversify';
import { coreContract } from '../../common/core-contract';
import type { AnswerUse } from '../../common/search/search-contract';
import { ApiService } from '../application/api-service';
import { type CallContext, CallContexts } from './call-context';

/** Notes by itself what somebody opens or reads out while they are on a call. On the call it can be taken back. */
@injectable()
export class AnswerNotes {
    @inject(ApiService)
    protected readonly api: ApiService;
    @inject(CallContexts)
    protected readonly contexts: CallContexts;
    /** An answer that was opened from a call takes its place on the screen, and belongs to that call still. */
    protected carried: { readonly link: string; readonly call: CallContext } | undefined;

    /** @param link of what was opened or read out; nothing happens where the person is on no call */
    note(link: string, how: AnswerUse): void {
        const call = this.contexts.current ?? (this.carried?.link === link ? this.carried.call : undefined);
        if (!call?.own) {
            return;
        }
        this.carried = { link, call };
        void this.api.clientOf(coreContract).search.linkAnswer({ interaction: call.link, link, how }).catch(() => { /* a lost note must not disturb a call */ });
    }
}
