import { type FormDefinition, parseForm } from '@earshot/forms';

/**
 * A definition as it comes out of the database or over the wire, read once more.
 * @throws Error when it is no form: the server stores nothing that it could not read.
 */
export const storedForm = (definition: unknown): FormDefinition => {
    const { form, problems } = parseForm(definition);
    if (!form) {
        throw new Error(`A stored form cannot be read: ${problems[0]?.path} ${problems[0]?.code}`);
    }
    return form;
};
