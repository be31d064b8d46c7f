/** The product that all browser tests share. Plain data, because it goes from the main process to the workers. */
export interface SharedProduct {
    readonly url: string;
    /** of all sample people */
    readonly password: string;
}

declare module 'vitest' {
    export interface ProvidedContext {
        product: SharedProduct;
    }
}
