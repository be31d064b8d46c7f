/** What a module has that was loaded on its own. The bundler puts all of it behind the default export; without a bundler it stands there by itself. */
export const loaded = <M extends object>(module: M & { readonly default?: M }): M => module.default ?? module;
