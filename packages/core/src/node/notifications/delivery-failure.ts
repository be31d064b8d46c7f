/** Why something could not be carried out of the house. */
export class DeliveryFailure extends Error {
    /** @param permanent trying again cannot help. */
    constructor(readonly code: string, readonly permanent: boolean, options?: ErrorOptions) {
        super(code, options);
    }
}
