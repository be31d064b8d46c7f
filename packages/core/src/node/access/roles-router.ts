import { accessOperations } from '../../common/access/access-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { RolesService } from './roles-service';

/** Carries out the operations on roles and permissions. */
export function accessRouter(roles: RolesService) {
    const os = implementOperations(accessOperations);
    return os.router({
        roles: os.roles.handler(() => roles.list()),
        permissions: os.permissions.handler(() => roles.permissions().map(({ id, scopes }) => ({ id, scopes: [...scopes] }))),
        addRole: os.addRole.handler(({ context, input }) => roles.add(caller(context), input)),
        changeRole: os.changeRole.handler(({ context, input }) => roles.change(caller(context), input)),
        removeRole: os.removeRole.handler(async ({ context, input }) => { await roles.remove(caller(context), input.id); return { done: true } as const; })
    });
}
