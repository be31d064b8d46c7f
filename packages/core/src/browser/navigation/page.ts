import type * as React from '@theia/core/shared/react';
import type { PathParameters } from './route';

/** The areas of the activity bar, in their order. One is shown if it has at least one page that the person may see. */
export const perspectives = ['home', 'quality', 'knowledge', 'training', 'people', 'administration'] as const;
export type Perspective = typeof perspectives[number];

/** What every page is given. A page that shows one thing beside a list reads its id from `params`. */
export interface PageProps {
    readonly params: PathParameters;
    readonly query: URLSearchParams;
}

export type PageComponent = React.ComponentType<PageProps>;

/** What `import()` of a page's module gives: bundled CommonJS stands once more below `default`. */
export type PageModule = { readonly default: PageComponent | { readonly default: PageComponent } };

export interface PageDefinition {
    /** Unique: `quality.calls`. */
    readonly id: string;
    readonly perspective: Perspective;
    /** Below the hash: `/quality/calls`, `/quality/evaluations/:id`. */
    readonly path: string;
    /** A second address of the same page, with what is open beside its list: `/people/:id`. Going between the two keeps the page as it is. */
    readonly detail?: string;
    /** In the person's language; asked for whenever it is shown. */
    title(): string;
    /** Name of a codicon, without prefix. */
    readonly icon: string;
    /** Position within its perspective. */
    readonly order: number;
    /** Whether it stands in the navigation of its perspective; pages with parameters never do. */
    readonly inNavigation: boolean;
    /** The navigation entry that is marked while this page is open; by default the longest one whose path begins this path. */
    readonly under?: string;
    /** A permission that the person needs, or several of which one is enough; none for everybody. */
    readonly permission?: string | readonly string[];
    /** `() => import('./calls-page.js')`: the module's default export is the component. */
    load(): Promise<PageModule>;
    /** `package/type` of the `earshot:` links that open here (at `detail`, or at `path`). Needed only if that differs from `/<package>/<type>/:id`. */
    readonly entity?: string;
}

/** Contribution point: the pages of a package. */
export const PageContribution = Symbol('PageContribution');
export interface PageContribution {
    readonly pages: readonly PageDefinition[];
}

/** The component in a loaded module, whichever of the two shapes it has. */
export function componentOf(module: PageModule): PageComponent {
    const exported = module.default;
    return typeof exported === 'object' && 'default' in exported ? exported.default as PageComponent : exported as PageComponent;
}
