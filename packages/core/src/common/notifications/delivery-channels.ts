/** The ways out of the house; the screen needs none. */
export type DeliveryChannel = 'email' | 'webhook';

/** What a person chose: the kinds that each channel carries. */
export interface DeliveryChoice { readonly email: readonly string[]; readonly webhook: readonly string[]; readonly webhookUrl: string | null; readonly webhookSecret: string | null }

/** Where a person can be reached at all. */
export interface Reachability { readonly active: boolean; readonly address: string | null; readonly mailServer: boolean }

/** The channels that carry a notification of this kind to a person. Somebody who chose nothing is told on the screen alone. */
export function channelsFor(kind: string, choice: DeliveryChoice | undefined, reach: Reachability): readonly DeliveryChannel[] {
    if (!choice || !reach.active) {
        return [];
    }
    return [
        ...choice.email.includes(kind) && reach.mailServer && reach.address ? ['email'] as const : [],
        ...choice.webhook.includes(kind) && choice.webhookUrl && choice.webhookSecret ? ['webhook'] as const : []
    ];
}
