import type { CallContext, CallContextContribution } from '@earshot/core/lib/browser/search/call-context';
import { useService } from '@earshot/core/lib/browser/application';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import * as React from '@theia/core/shared/react';
import { injectable } from '@theia/core/shared/inversify';

/** The call on the screen: the one that an answer from the quick panel belongs to. */
@injectable()
export class ShownCall implements CallContextContribution {
    private shown: readonly CallContext[] = [];

    /** The one that was shown last, where there are several. */
    current(): CallContext | undefined {
        return this.shown.at(-1);
    }

    /** @returns what takes it off the screen again. */
    show(id: string, callId: string, own: boolean): () => void {
        const context: CallContext = { link: linkTo('quality', 'interactions', id), title: callId, own };
        this.shown = [...this.shown, context];
        return () => { this.shown = this.shown.filter(each => each !== context); };
    }
}

/** As long as the component is there, its call is the one on the screen. */
export function useShownCall(id: string, callId: string, own: boolean): void {
    const shown = useService(ShownCall);
    React.useEffect(() => shown.show(id, callId, own), [shown, id, callId, own]);
}
