import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiService, DomainEventService, useClient, useService, useSession, useStore } from '@earshot/core/lib/browser/application';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import type { Evaluation } from '../../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../../common/quality-contract';
import { DraftShelf, recoveredDraft } from './draft-copy';
import { failureOf } from './draft-failure';
import { DraftSession } from './draft-session';
import { type DraftState, isUnsaved, type Theirs } from './draft-state';
import { saveDraft, submitDraft } from './draft-transport';

/** This tab, as its copies and messages are told from those of others. */
const tab = generateUuid();
const channelName = 'earshot.evaluations';

interface Message { readonly id: string; readonly version: number; readonly tab: string }

export const theirsOf = ({ version, answers, evidence, may, changedAt }: Evaluation): Theirs =>
    ({ version, content: { answers, evidence }, open: may.includes('edit'), savedAt: changedAt });

export interface Draft {
    readonly session: DraftSession;
    readonly state: DraftState;
    /** What this browser had kept, and the server did not have, is on the screen. */
    readonly restored: boolean;
}

/** The draft of an evaluation for as long as it is on the screen: saved by itself, kept in this browser until it is, told to the other tabs. */
export function useDraft(evaluation: Evaluation): Draft {
    const api = useService(ApiService);
    const events = useService(DomainEventService);
    const client = useClient(qualityContract);
    const queries = useQueryClient();
    const { person } = useSession();
    const { id } = evaluation;
    const [{ session, restored, channel }] = React.useState(() => {
        const shelf = new DraftShelf(window.localStorage, person.id, tab);
        shelf.tidy(Date.now());
        const recovery = recoveredDraft(theirsOf(evaluation), shelf.find(id), Date.now());
        if (!recovery.restored) {
            shelf.forget(id);
        }
        const made = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
        const draft = new DraftSession(recovery.state, {
            save: (version, content) => saveDraft(api, id, version, content),
            submit: async (version, content) => { queries.setQueryData(['evaluation', 'one', id], await submitDraft(api, id, version, content)); },
            look: async () => theirsOf(await client.evaluations.get({ id }) as Evaluation),
            failureOf, keep: copy => shelf.keep(id, copy), forget: () => shelf.forget(id),
            tell: version => made?.postMessage({ id, version, tab } satisfies Message),
            now: () => Date.now(),
            after: (ms, run) => {
                const timer = window.setTimeout(run, ms);
                return () => window.clearTimeout(timer);
            }
        });
        return { session: draft, restored: recovery.restored, channel: made };
    });
    React.useEffect(() => {
        const flush = (): void => session.handle({ type: 'flush' });
        const hidden = (): void => { if (document.visibilityState === 'hidden') { flush(); } };
        const online = (): void => session.handle({ type: 'online' });
        const message = ({ data }: MessageEvent<Message>): void => {
            if (data.id === id && data.tab !== tab) {
                session.handle({ type: 'elsewhere', version: data.version, at: Date.now() });
            }
        };
        channel?.addEventListener('message', message);
        document.addEventListener('visibilitychange', hidden);
        window.addEventListener('pagehide', flush);
        window.addEventListener('blur', flush);
        window.addEventListener('online', online);
        const reached = api.onDidReach(answered => { if (answered && session.state.get().phase === 'retrying') { online(); } });
        const happened = events.onDidHappen(event => {
            if (event.type.startsWith('evaluation.') && event.entityId === id) {
                session.handle({ type: 'elsewhere', at: Date.now() });
            }
        });
        return () => {
            document.removeEventListener('visibilitychange', hidden);
            window.removeEventListener('pagehide', flush);
            window.removeEventListener('blur', flush);
            window.removeEventListener('online', online);
            reached.dispose();
            happened.dispose();
            session.dispose();
            window.setTimeout(() => channel?.close(), 5000); // what is sent last is told as well
        };
    }, [session, channel, api, events, id]);
    const state = useStore(session.state);
    useUnsaved(isUnsaved(state), nls.localize('earshot/quality/draft/name', 'the evaluation of {0}', evaluation.callId), () => session.settle());
    return { session, state, restored };
}
