import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from './quality-house';

/** A house in which a result can be disputed: an agent, the leader of their team, and who evaluates them. */
export interface DisputeHouse { readonly house: TestQualityHouse; readonly teamId: string; readonly agent: TestPerson; readonly leader: TestPerson; readonly evaluator: TestPerson }

export async function openDisputeHouse(): Promise<DisputeHouse> {
    const house = await openTestQualityHouse();
    const lead = await house.person('leader', { roles: ['team-leader'] });
    const teamId = await house.team('cards', { leaderId: lead.personId });
    return {
        house, teamId, leader: await house.again(lead), agent: await house.person('agent', { roles: ['agent'], teamId, employeeNumber: '1' }), evaluator: await house.person('evaluator', { roles: ['qa-evaluator'] })
    };
}
