import { useQuery } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import type { DomainEvent } from '@earshot/core/lib/common/events/domain-event';
import { ApiService, useClient, useService, useStore } from '@earshot/core/lib/browser/application';
import { meaningOf } from '@earshot/writing/lib/browser/editor/autosave';
import type { GivenAnswer, OwnExam, Sitting } from '../../common/attempt/attempt-contract';
import type { WindowTimes } from '../../common/attempt/view-times';
import { trainingContract } from '../../common/training-contract';
import { AnswerSaver, type SavingState } from './answer-saver';
import { KeptAnswers } from './kept-answers';
import { ServerClock } from './server-clock';
import { ViewClock } from './view-clock';

export interface RunningAttempt { readonly saver: AnswerSaver; /** How long each question was in view, in this window. */ readonly views: ViewClock; readonly saving: SavingState; /** Milliseconds left, renewed every second; null without a limit. */ readonly left: number | null }

/** The names under which attempts are being answered in this window: it has heard already what became of its own answers. */
const answering = new Set<string>();
const isSaved = (event: DomainEvent): boolean => event.type === 'attempt.saved';
const isOwn = (event: DomainEvent): boolean => isSaved(event) && answering.has(String(event.detail?.client));

/** As it travels. */
export const asSent = (viewed: WindowTimes | undefined) => viewed && { client: viewed.client, times: [...viewed.times] };

export const useOwnExams = () => {
    const client = useClient(trainingContract);
    return useQuery({ queryKey: ['exam', 'mine'], meta: { shows: ['attempt'], heeds: (event: DomainEvent) => !isSaved(event) }, queryFn: ({ signal }) => client.attempts.mine(undefined, { signal }) as Promise<OwnExam[]> });
};

export function useSitting(id: string, enabled: boolean) {
    const client = useClient(trainingContract);
    // not kept behind the screen, where nobody asks again for what this window has saved
    return useQuery({ queryKey: ['attempt', 'sit', id], enabled, retry: false, gcTime: 0, meta: { heeds: (event: DomainEvent) => !isOwn(event) }, queryFn: ({ signal }) => client.attempts.sit({ id }, { signal }) as Promise<Sitting> });
}

/** An attempt for as long as it is on the screen: answers are saved by themselves, and those of other windows come in. */
export function useRunningAttempt(sitting: Sitting): RunningAttempt {
    const api = useService(ApiService);
    const client = useClient(trainingContract);
    const [clock] = React.useState(() => new ServerClock(() => performance.now()));
    const [own] = React.useState(() => crypto.randomUUID());
    const [views] = React.useState(() => new ViewClock(own, () => performance.now()));
    const [saver] = React.useState(() => {
        const kept = new KeptAnswers(window.localStorage, sitting.id, own);
        return new AnswerSaver(sitting.answers as GivenAnswer[], kept.takeOver(), {
            client: own, keep: pending => kept.keep(pending),
            save: async ({ place, client: from, sequence, answer, flagged }) => {
                const saved = await client.attempts.save({ id: sitting.id, place, client: from, sequence, answer: answer as Parameters<typeof client.attempts.save>[0]['answer'], flagged, viewed: asSent(views.times()) });
                clock.heard(saved.now);
                return saved;
            },
            meaning: error => { const meaning = meaningOf(error); return meaning === 'conflict' ? 'over' : meaning; },
            after: (ms, run) => { const timer = window.setTimeout(run, ms); return () => window.clearTimeout(timer); }
        });
    });
    React.useEffect(() => {
        clock.heard(sitting.now);
        saver.merge(sitting.answers as GivenAnswer[]);
    }, [sitting, saver, clock]);
    React.useEffect(() => {
        answering.add(own);
        return () => { answering.delete(own); };
    }, [own]);
    React.useEffect(() => {
        const hidden = (): void => { if (document.visibilityState === 'hidden') { saver.flush(); } };
        window.addEventListener('blur', saver.flush);
        window.addEventListener('online', saver.retryNow);
        document.addEventListener('visibilitychange', hidden);
        const reached = api.onDidReach(answered => { if (answered) { saver.retryNow(); } });
        return () => {
            window.removeEventListener('blur', saver.flush);
            window.removeEventListener('online', saver.retryNow);
            document.removeEventListener('visibilitychange', hidden);
            reached.dispose();
            saver.dispose();
        };
    }, [saver, api]);
    const [left, setLeft] = React.useState(() => clock.left(sitting.deadlineAt));
    React.useEffect(() => {
        const tick = (): void => setLeft(clock.left(sitting.deadlineAt));
        tick();
        const timer = window.setInterval(tick, 1000);
        return () => window.clearInterval(timer);
    }, [clock, sitting]);
    return { saver, views, saving: useStore(saver.state), left };
}
