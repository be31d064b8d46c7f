import type { Schema } from './contract-operations';
import { type Shape, shapeOf } from './sample-input';

/** One value that an input may hold, and where. */
export interface Member {
    /** Names, and places in lists. */
    readonly place: readonly (string | number)[];
    readonly kind: 'text' | 'number' | 'moment' | 'other';
    /** Characters that a text may have. */
    readonly most: number;
}

const moments = ['date-time', 'date'];
const anyLength = 20_000;
/** Below these, whatever is put in is the package's own matter: a form, a preference. */
const invented = 'invented';

const types = ({ type }: Shape): readonly string[] => type === undefined ? [] : typeof type === 'string' ? [type] : type;

const within = (shape: Shape, place: readonly (string | number)[]): Member[] => {
    const alternatives = [shape, ...shape.anyOf ?? [], ...shape.oneOf ?? [], ...shape.allOf ?? []];
    const found = alternatives.find(each => types(each).some(one => one !== 'null')) ?? shape;
    const [type] = types(found).filter(each => each !== 'null');
    const at = (kind: Member['kind']): Member => ({ place, kind, most: found.maxLength ?? anyLength });
    switch (type) {
        case 'string': return [at(moments.includes(found.format ?? '') ? 'moment' : found.enum || found.const || found.format ? 'other' : 'text')];
        case 'number': case 'integer': return [at('number')];
        case 'array': return [at('other'), ...within(found.prefixItems?.[0] ?? found.items ?? {}, [...place, 0])];
        case 'object': return [
            ...place.length > 0 ? [at('other')] : [], ...Object.entries(found.properties ?? {}).flatMap(([name, each]) => within(each, [...place, name])),
            ...found.additionalProperties && typeof found.additionalProperties === 'object' ? within(found.additionalProperties, [...place, invented]) : []
        ];
        default: return [at('text')];
    }
};

/** Everything that an input may hold, outer things before inner ones. */
export const membersOf = (schema: Schema): Member[] => within(shapeOf(schema), []);
