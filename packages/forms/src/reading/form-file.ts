import type { FormDefinition } from '../definition/form-definition';
import { formLimits } from '../definition/form-limits';
import { FormProblem, FormProblemCode, formError } from '../definition/problem';
import { Reader, isObject, record, required, word } from './json-reading';
import { FormReading, formDefinition, readFormWith } from './parse-form';

const format = 'earshot-form';
const version = 1;

/** What a form file holds. */
export interface FormFile {
    readonly format: typeof format;
    /** Raised when older programs could no longer read the form. */
    readonly version: typeof version;
    readonly form: FormDefinition;
}

/** The form as a file's content, for `JSON.stringify`. */
export const exportForm = (form: FormDefinition): FormFile => ({ format, version, form });

const formFile = record<FormFile>({
    format: required(word(format)),
    version: required<typeof version>(value => value === version ? version : undefined),
    form: required(formDefinition)
});

const refused = (path: string, code: FormProblemCode, parameters: FormProblem['parameters'] = {}): FormReading =>
    ({ problems: [formError(path, code, parameters)] });

const readFile: Reader<FormDefinition> = (value, path, reading) => formFile(value, path, reading)?.form;

/** Reads what `exportForm` wrote, as text or already parsed; paths of problems start at the file. Never throws. */
export const importForm = (file: unknown): FormReading => {
    const value = typeof file === 'string' ? parseText(file) : file;
    if (value === undefined) {
        return refused('', typeof file === 'string' && file.length > formLimits.fileLength ? 'too-large' : 'invalid-json', { largest: formLimits.fileLength });
    }
    if (!isObject(value) || !Object.hasOwn(value, 'format') || value.format !== format) {
        return refused('/format', 'unknown-format', { expected: format });
    }
    return Object.hasOwn(value, 'version') && value.version === version ? readFormWith(readFile, value) :
        refused('/version', 'unsupported-version', { expected: version });
};

/** undefined when the text is too long or not JSON. */
const parseText = (text: string): unknown => {
    if (text.length > formLimits.fileLength) {
        return undefined;
    }
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return undefined;
    }
};
