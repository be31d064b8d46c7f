import type { ChannelRole } from '../media-contract';

/** Who is probably on which channel: telephone systems put the agent first. With one channel, or a whole conference, nobody can tell. */
export const presumedRoles = (channels: number): ChannelRole[] =>
    channels === 2 ? ['agent', 'customer'] : Array.from({ length: channels }, () => 'mixed');

const exchanged: Readonly<Record<ChannelRole, ChannelRole>> = { agent: 'customer', customer: 'agent', mixed: 'mixed' };

/** Agent and customer the other way round. */
export const exchangedRoles = (roles: readonly ChannelRole[]): ChannelRole[] => roles.map(each => exchanged[each]);

/** Whether it is known, or presumed, who is who. */
export const tellsVoicesApart = (roles: readonly ChannelRole[]): boolean => roles.includes('agent') && roles.includes('customer');
