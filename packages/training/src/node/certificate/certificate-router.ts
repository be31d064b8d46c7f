import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { certificateOperations } from '../../common/certificate/certificate-contract';
import type { CertificateService } from './certificate-service';

export function certificateRouter(certificates: CertificateService) {
    const os = implementOperations(certificateOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => certificates.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => certificates.get(caller(context), input.id)),
        issue: os.issue.handler(({ input, context }) => certificates.issue(caller(context), input.id)),
        revoke: os.revoke.handler(({ input, context }) => certificates.revoke(caller(context), input.id, input.reason)),
        verify: os.verify.handler(({ input }) => certificates.verify(input.code)),
        house: os.house.handler(async () => ({ name: await certificates.house() })),
        nameHouse: os.nameHouse.handler(async ({ input, context }) => {
            await certificates.nameHouse(caller(context), input.name);
            return { done: true as const };
        })
    });
}
