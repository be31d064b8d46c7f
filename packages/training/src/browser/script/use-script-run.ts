import { generateUuid } from '@theia/core/lib/common/uuid';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { ScriptRun } from '../../common/script/run-script';
import { beginRun } from '../../common/script/run-script';
import type { Script } from '../../common/script/script';
import { trainingContract } from '../../common/training-contract';

/** `kept`: the server has the whole path; `none`: nothing is kept, it is only tried. */
export type Keeping = 'none' | 'keeping' | 'kept' | 'failed';

const retryMs = 3000;

export interface RunningScript { readonly run: ScriptRun; readonly keeping: Keeping; setRun(run: ScriptRun): void; restart(): void }

/**
 * A run through a script, whose path the server keeps as evidence, one request after the other.
 *
 * @param versionId of a version in effect; undefined: nothing is kept
 * @param call `earshot:` link of the call, with which the run stands then; one that is named later is the call of the same run
 */
export function useScriptRun(script: Script, versionId: string | undefined, call: string | null): RunningScript {
    const client = useClient(trainingContract);
    const core = useClient(coreContract);
    const [round, setRound] = React.useState(0);
    const [run, setRun] = React.useState(() => beginRun(script, new Date().toISOString()));
    const [keeping, setKeeping] = React.useState<Keeping>(versionId ? 'keeping' : 'none');
    const latest = React.useRef(run);
    latest.current = run;
    const forCall = React.useRef(call);
    const wake = React.useRef<() => void>(() => { /* nobody waits yet */ });
    React.useEffect(() => {
        if (forCall.current !== call) {
            forCall.current = call; // the run that is under way stands with it from now on; its times stay
            wake.current();
        }
    }, [call]);
    React.useEffect(() => {
        if (!versionId) {
            return undefined;
        }
        let over = false;
        const rest = (ms?: number): Promise<void> => new Promise(resolve => {
            const timer = ms === undefined ? undefined : window.setTimeout(resolve, ms);
            wake.current = () => { window.clearTimeout(timer); resolve(); };
        });
        const keep = async (): Promise<void> => {
            // the same with every try: a lost answer leaves no second run behind
            const id = generateUuid();
            let begun = false;
            let linked: string | null = null;
            /** Of the note that the run was used in that call. */
            let noted: string | undefined;
            let sent = 1;
            while (!over) {
                try {
                    const wanted = forCall.current;
                    if (!begun) {
                        await client.scriptRuns.begin({ id, versionId, interaction: wanted });
                        begun = true;
                    } else if (linked !== wanted) {
                        await client.scriptRuns.link({ id, interaction: wanted });
                    }
                    if (linked !== wanted && noted !== undefined) {
                        await core.search.unlinkAnswer({ id: noted });
                        noted = undefined;
                    }
                    linked = wanted;
                    if (linked !== null && noted === undefined) {
                        noted = (await core.search.linkAnswer({ interaction: linked, link: linkTo('training', 'script-runs', id) })).id;
                    }
                    const { path } = latest.current;
                    if (path.length > sent) {
                        await client.scriptRuns.go({ id, path: path.map(({ stepId, choiceId }) => ({ stepId, choiceId })) });
                        sent = path.length;
                    }
                    if (latest.current.path.length === sent && forCall.current === linked && !over) {
                        setKeeping('kept');
                        await rest();
                    }
                } catch {
                    if (!over) {
                        setKeeping('failed');
                        await rest(retryMs);
                    }
                }
            }
        };
        void keep();
        return () => {
            over = true;
            wake.current();
        };
    }, [client, core, versionId, round]);
    return {
        run, keeping,
        setRun: next => {
            latest.current = next;
            setRun(next);
            if (next.path.length !== run.path.length && versionId) {
                setKeeping('keeping');
                wake.current();
            }
        },
        restart: () => {
            const next = beginRun(script, new Date().toISOString());
            latest.current = next;
            setRun(next);
            setKeeping(versionId ? 'keeping' : 'none');
            setRound(round + 1);
        }
    };
}
