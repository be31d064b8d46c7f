import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { assessmentOperations } from '../../common/assessment-contract';
import type { FormPolicyService } from '../policy/form-policy-service';
import type { FormReplay } from '../replay/form-replay';
import type { FormEditing } from './form-editing';
import { formReach } from './form-reach';
import type { FormService } from './form-service';

/** Carries out the operations on forms. */
export function formRouter(forms: FormService, editing: FormEditing, replays: FormReplay, policies: FormPolicyService) {
    const os = implementOperations(assessmentOperations.forms);
    return os.router({
        list: os.list.handler(({ context, input }) => forms.list(input, formReach(caller(context)))),
        get: os.get.handler(({ context, input }) => forms.get(input.id, formReach(caller(context)))),
        version: os.version.handler(({ context, input }) => forms.version(input.id, formReach(caller(context)))),
        create: os.create.handler(({ context, input }) => editing.create(caller(context), input)),
        check: os.check.handler(({ input }) => ({ problems: forms.check(input.definition).map(each => ({ ...each })) })),
        saveDraft: os.saveDraft.handler(async ({ context, input }) => {
            const { problems, ...version } = await editing.saveDraft(caller(context), input);
            return { ...version, problems: problems.map(each => ({ ...each })) };
        }),
        newVersion: os.newVersion.handler(({ context, input }) => editing.newVersion(caller(context), input.id)),
        act: os.act.handler(({ context, input }) => editing.act(caller(context), input)),
        discard: os.discard.handler(async ({ context, input }) => {
            await editing.discard(caller(context), input.id);
            return { done: true as const };
        }),
        compare: os.compare.handler(async ({ context, input }) => ({ comparison: { ...await forms.compare(input.previous, input.next, formReach(caller(context))) } })),
        replay: os.replay.handler(({ context, input }) => replays.replay(caller(context), input.id)),
        policy: os.policy.handler(() => policies.get()),
        setPolicy: os.setPolicy.handler(({ context, input }) => policies.set(caller(context), input)),
        exportFile: os.exportFile.handler(async ({ context, input }) => ({ ...await forms.exportFile(input.id, formReach(caller(context))) })),
        importFile: os.importFile.handler(({ context, input }) => editing.importFile(caller(context), input))
    });
}
