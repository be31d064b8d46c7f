import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { EntityType, type Person } from '@earshot/core/lib/node/work/work-contributions';
import type { interfaces } from '@theia/core/shared/inversify';
import { scriptRunOperations } from '../../common/script/script-run-contract';
import { ScriptRunEntity, ScriptRuns } from './script-runs';

/** Binds everything of call scripts that is not theirs as documents. */
export function bindScripts(bind: interfaces.Bind): void {
    bind(ScriptRuns).toSelf().inSingletonScope();
    bind(EntityType).to(ScriptRunEntity).inSingletonScope();
}

export const scriptRouters = (container: interfaces.Container) => {
    const runs = container.get(ScriptRuns);
    const os = implementOperations(scriptRunOperations);
    return {
        scriptRuns: os.router({
            begin: os.begin.handler(({ context, input }) => runs.begin(caller(context) as Person, input)),
            go: os.go.handler(({ context, input }) => runs.go(caller(context) as Person, input)),
            link: os.link.handler(({ context, input }) => runs.link(caller(context) as Person, input)),
            get: os.get.handler(({ context, input }) => runs.get(caller(context), input.id))
        })
    };
};
