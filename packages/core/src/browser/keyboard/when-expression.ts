/**
 * Conditions such as `!inputFocus && (page == 'quality.evaluate' || dialogOpen)`, as keybindings carry them.
 *
 * Grammar: or = and ('||' and)*; and = unary ('&&' unary)*; unary = '!' unary | '(' or ')' | comparison;
 * comparison = key (('==' | '!=') value)?. Values are bare words or stand in single quotes.
 */
export type WhenExpression =
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'equals'; readonly key: string; readonly value: string; readonly negated: boolean }
    | { readonly kind: 'constant'; readonly value: boolean }
    | { readonly kind: 'not'; readonly operand: WhenExpression }
    | { readonly kind: 'and' | 'or'; readonly operands: readonly WhenExpression[] };

const token = /\s*(\|\||&&|==|!=|!|\(|\)|'(?:[^'\\]|\\.)*'|[\w.:/$@*-]+)/y;

function tokenize(text: string): string[] | undefined {
    const tokens: string[] = [];
    const source = text.trimEnd();
    token.lastIndex = 0;
    while (token.lastIndex < source.length) {
        const match = token.exec(source);
        if (!match) {
            return undefined;
        }
        tokens.push(match[1]!);
    }
    return tokens;
}

const isWord = (text: string | undefined): text is string => text !== undefined && /^['\w.:/$@*-]/.test(text);
const unquoted = (text: string): string => text.startsWith("'") ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

class Parser {
    protected position = 0;
    constructor(protected readonly tokens: readonly string[]) { }

    parse(): WhenExpression | undefined {
        const expression = this.operators('or');
        return this.position === this.tokens.length ? expression : undefined;
    }

    protected operators(kind: 'and' | 'or'): WhenExpression | undefined {
        const operands: WhenExpression[] = [];
        do {
            const operand = kind === 'or' ? this.operators('and') : this.unary();
            if (!operand) {
                return undefined;
            }
            operands.push(operand);
        } while (this.accept(kind === 'or' ? '||' : '&&'));
        return operands.length === 1 ? operands[0] : { kind, operands };
    }

    protected unary(): WhenExpression | undefined {
        if (this.accept('!')) {
            const operand = this.unary();
            return operand && { kind: 'not', operand };
        }
        if (this.accept('(')) {
            const inner = this.operators('or');
            return this.accept(')') ? inner : undefined;
        }
        return this.comparison();
    }

    protected comparison(): WhenExpression | undefined {
        const key = this.tokens[this.position];
        if (!isWord(key)) {
            return undefined;
        }
        this.position++;
        const operator = this.tokens[this.position];
        if (operator !== '==' && operator !== '!=') {
            return key === 'true' || key === 'false' ? { kind: 'constant', value: key === 'true' } : { kind: 'key', key };
        }
        const value = this.tokens[++this.position];
        if (!isWord(value)) {
            return undefined;
        }
        this.position++;
        return { kind: 'equals', key, value: unquoted(value), negated: operator === '!=' };
    }

    protected accept(expected: string): boolean {
        const found = this.tokens[this.position] === expected;
        this.position += found ? 1 : 0;
        return found;
    }
}

/** `undefined` if the text is not such a condition. */
export function parseWhen(text: string): WhenExpression | undefined {
    const tokens = tokenize(text);
    return tokens && new Parser(tokens).parse();
}

/** Whether a condition holds. An absent value is false, and equals only the empty string and `undefined`. */
export function holds(expression: WhenExpression, valueOf: (key: string) => unknown): boolean {
    switch (expression.kind) {
        case 'key': return Boolean(valueOf(expression.key));
        case 'constant': return expression.value;
        case 'equals': return (String(valueOf(expression.key) ?? '') === (expression.value === 'undefined' ? '' : expression.value)) !== expression.negated;
        case 'not': return !holds(expression.operand, valueOf);
        case 'and': return expression.operands.every(each => holds(each, valueOf));
        case 'or': return expression.operands.some(each => holds(each, valueOf));
    }
}

/** The keys that a condition looks at. */
export function keysIn(expression: WhenExpression): ReadonlySet<string> {
    switch (expression.kind) {
        case 'key':
        case 'equals': return new Set([expression.key]);
        case 'constant': return new Set();
        case 'not': return keysIn(expression.operand);
        case 'and':
        case 'or': return new Set(expression.operands.flatMap(each => [...keysIn(each)]));
    }
}
