import { inject, injectable } from '@theia/core/shared/inversify';
import type { Hit } from '../../common/house-contract';
import { linkTo } from '../../common/linking/entity-link';
import { RolesService } from '../access/roles-service';
import { scopeOf } from '../api/context';
import { JobService } from '../jobs/job-service';
import { PositionService } from '../people/position-service';
import type { EntityType, Person } from './work-contributions';

/** Positions by link. */
@injectable()
export class PositionEntity implements EntityType {
    readonly package = 'core';
    readonly type = 'positions';

    constructor(@inject(PositionService) private readonly positions: PositionService) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        scopeOf(principal, 'team:read');
        const found = await this.positions.find(id);
        return found && { kind: 'position', id, title: found.name, subtitle: found.code, link: linkTo('core', 'positions', id) };
    }
}

/** Roles by link. A built-in role has no name of its own: the browser knows one for its code. */
@injectable()
export class RoleEntity implements EntityType {
    readonly package = 'core';
    readonly type = 'roles';

    constructor(@inject(RolesService) private readonly roles: RolesService) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        scopeOf(principal, 'role:read');
        const found = await this.roles.find(id);
        return found && { kind: 'role', id, title: found.name ?? found.code, subtitle: found.code, link: linkTo('core', 'roles', id) };
    }
}

/** Jobs by link. */
@injectable()
export class JobEntity implements EntityType {
    readonly package = 'core';
    readonly type = 'jobs';

    constructor(@inject(JobService) private readonly jobs: JobService) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        const { title, kind } = await this.jobs.get(principal, id);
        return { kind: 'job', id, title, subtitle: kind, link: linkTo('core', 'jobs', id) };
    }
}
