import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { certificationOperations } from '../../common/certification/certification-contract';
import type { CertificationService } from './certification-service';

export function certificationRouter(certifications: CertificationService) {
    const os = implementOperations(certificationOperations);
    return os.router({
        board: os.board.handler(({ input, context }) => certifications.board(caller(context), input)),
        mayTakeCalls: os.mayTakeCalls.handler(({ input, context }) => certifications.of(caller(context), input.id)),
        rules: os.rules.handler(() => certifications.rules()),
        setRule: os.setRule.handler(async ({ input, context }) => {
            await certifications.setRule(caller(context), input);
            return { done: true as const };
        }),
        addSupervisedCall: os.addSupervisedCall.handler(async ({ input, context }) => {
            await certifications.addSupervisedCall(caller(context), input);
            return certifications.of(caller(context), input.id);
        }),
        signOff: os.signOff.handler(async ({ input, context }) => {
            await certifications.signOff(caller(context), input.id, input.positionId);
            return certifications.of(caller(context), input.id);
        })
    });
}
