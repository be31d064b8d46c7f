/** Contribution point: a page for people who are not signed in, and may have no account at all. It stands alone: what it asks the server must be public, too. */
export const PublicPageContribution = Symbol('PublicPageContribution');
export interface PublicPageContribution {
    /** `/verify`; its files are found below. */
    readonly path: `/${string}`;
    /** The folder with its `index.html` and whatever else that asks for. */
    folder(): string;
}
