import { peopleOperations } from '../../common/people/people-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { AccountService } from './account-service';
import type { PeopleImportService } from './people-import-service';
import type { PeopleService } from './people-service';
import type { PositionService } from './position-service';
import type { TeamService } from './team-service';

export interface PeopleServices {
    readonly people: PeopleService;
    readonly accounts: AccountService;
    readonly imports: PeopleImportService;
    readonly teams: TeamService;
    readonly positions: PositionService;
}

const done = { done: true } as const;

/** Carries out the operations on people, teams and positions. */
export function peopleRouter({ people, accounts, imports, teams, positions }: PeopleServices) {
    const os = implementOperations(peopleOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => people.list(caller(context), input)),
        get: os.get.handler(({ context, input }) => people.get(caller(context), input.id)),
        add: os.add.handler(({ context, input }) => people.add(caller(context), input)),
        change: os.change.handler(({ context, input }) => people.change(caller(context), input)),
        importCsv: os.importCsv.handler(({ context, input }) => imports.importCsv(caller(context), input)),
        waiting: os.waiting.handler(({ context, input }) => accounts.waiting(caller(context), input.id)),
        deactivate: os.deactivate.handler(({ context, input }) => accounts.deactivate(caller(context), input)),
        reactivate: os.reactivate.handler(({ context, input }) => accounts.reactivate(caller(context), input.id)),
        resetPassword: os.resetPassword.handler(({ context, input }) => accounts.resetPassword(caller(context), input.id)),
        assignRoles: os.assignRoles.handler(({ context, input }) => accounts.assignRoles(caller(context), input.id, input.roles)),
        teams: os.teams.handler(() => teams.list()),
        addTeam: os.addTeam.handler(({ context, input }) => teams.add(caller(context), input)),
        changeTeam: os.changeTeam.handler(({ context, input }) => teams.change(caller(context), input)),
        removeTeam: os.removeTeam.handler(async ({ context, input }) => { await teams.remove(caller(context), input.id); return done; }),
        positions: os.positions.handler(() => positions.list()),
        addPosition: os.addPosition.handler(({ context, input }) => positions.add(caller(context), input)),
        changePosition: os.changePosition.handler(({ context, input }) => positions.change(caller(context), input)),
        removePosition: os.removePosition.handler(async ({ context, input }) => { await positions.remove(caller(context), input.id); return done; })
    });
}
