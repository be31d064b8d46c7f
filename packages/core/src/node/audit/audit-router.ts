import { houseOperations } from '../../common/house-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { AuditService } from './audit-service';

export function auditRouter(service: AuditService) {
    const os = implementOperations(houseOperations);
    return {
        audit: os.audit.handler(({ input, context }) => service.list(caller(context), input)),
        verifyAudit: os.verifyAudit.handler(({ context }) => service.verify(caller(context)))
    };
}
