import { ApiService } from '@earshot/core/lib/browser/application';
import { NavigationService } from '@earshot/core/lib/browser/navigation/navigation-service';
import { PageRegistry } from '@earshot/core/lib/browser/navigation/page-registry';
import { pause, type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import type { Person } from '@earshot/core/lib/common/people/people-contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import { afterEach, expect, it, vi } from 'vitest';
import { CoachPerson } from './coach-person';

let rendered: Rendered | undefined;
afterEach(() => rendered?.unmount());

const [leader, agentId] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const agent: Person = {
    id: agentId, name: 'Annie', login: 'annie', employeeNumber: '1021', email: null, teamId: 'evening', teamName: 'Evening', positionId: null, positionName: null, roles: ['agent'], status: 'active', joinedOn: null, lastSignInAt: null, version: 1
};
const teams = [{ id: 'north', parentId: null, name: 'North', leaderId: leader }, { id: 'evening', parentId: 'north', name: 'Evening', leaderId: null }, { id: 'south', parentId: null, name: 'South', leaderId: null }];
const offered = async (scope: 'all' | 'team' | undefined, person: Partial<Person> = {}): Promise<string | null> => {
    const client = new QueryClient();
    rendered = await renderWidget(<QueryClientProvider client={client}><CoachPerson person={{ ...agent, ...person }} /></QueryClientProvider>, {
        services: [[ApiService, { clientOf: () => ({ people: { teams: async () => teams } }) }], [NavigationService, { subscribe: () => () => { /* stays */ }, current: undefined }], [PageRegistry, { pathOf: () => undefined }]],
        session: { person: { id: leader, name: 'Lee', login: 'lee', employeeNumber: null, teamId: null, teamName: null }, permissions: { 'team:read': 'all', ...scope && { 'coaching:write': scope } } }
    });
    // teams have come, and what is made of them is shown
    await vi.waitFor(() => expect(client.getQueryState(['team', 'all'])?.status).toBe('success'), { timeout: 10_000 });
    await pause(50);
    const link = rendered.element.querySelector('a');
    const found = link && `${link.textContent} ${link.getAttribute('href')}`;
    await rendered.unmount();
    rendered = undefined;
    return found;
};

it('leads to a plan for the agent where the reader may open one', async () => {
    const plan = `Plan coaching #/quality/coaching/new?agent=${agentId}`;
    expect(await offered('all')).toContain(plan);
    expect(await offered('team')).toContain(plan);
    expect(await offered('team', { teamId: 'south' })).toBeNull();
    expect(await offered('team', { teamId: null })).toBeNull();
    expect(await offered(undefined)).toBeNull();
    expect(await offered('all', { roles: ['qa-evaluator'] })).toBeNull();
    expect(await offered('all', { status: 'deactivated' })).toBeNull();
    expect(await offered('all', { id: leader })).toBeNull();
});
