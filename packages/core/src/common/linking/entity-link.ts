/** A link to anything in the suite: `earshot:/quality/interactions/<id>`. It names, opens and references across packages. */
export type EntityLink = `earshot:/${string}`;

const pattern = /^earshot:\/([a-z-]+)\/([a-z-]+)\/([0-9a-f-]{36})$/;

export interface EntityReference {
    readonly package: string;
    /** The plural noun that the package's pages and API use: `interactions`, `evaluations`. */
    readonly type: string;
    readonly id: string;
}

export const linkTo = (packageName: string, type: string, id: string): EntityLink => `earshot:/${packageName}/${type}/${id}`;

/** `undefined` for anything that is not such a link. */
export function parseLink(text: string): EntityReference | undefined {
    const match = pattern.exec(text);
    return match ? { package: match[1]!, type: match[2]!, id: match[3]! } : undefined;
}
