/**
 * The floors of the house: a package imports from floors below it only, never from a neighbour. Within a package, common
 * knows neither node nor browser, and these two do not know each other.
 */

const floors = [
    ['forms', 'statistics', 'audio', 'search'],
    ['core'],
    ['media', 'assessment', 'writing'],
    ['quality', 'knowledge', 'training']
];

const tests = '[.](spec|it|e2e)[.]tsx?$';
/** What tests share within the sources of a package. */
const testing = '(/testing/|/test-house[.]ts$)';
const inPackage = name => `^packages/${name}/`;
const anyOf = names => `^packages/(${names.join('|')})/`;

const aboveOrBeside = floors.flatMap((names, floor) => names.map(name => ({
    name: `floor-of-${name}`,
    comment: `${name} may import from the floors below it only.`,
    severity: 'error',
    from: { path: inPackage(name) },
    to: { path: [anyOf(floors.slice(floor).flat().filter(each => each !== name)), '^examples/'] }
})));

module.exports = {
    forbidden: [
        ...aboveOrBeside,
        {
            name: 'ground-floor-is-plain',
            comment: 'The packages of the ground floor know neither Theia nor a database nor a browser library.',
            severity: 'error',
            from: { path: anyOf(floors[0]), pathNot: [tests, testing] },
            to: { path: 'node_modules/(@theia|@orpc|@types/react|inversify|kysely|pg|pg-boss|express|react|react-dom)/' }
        },
        {
            name: 'common-is-shared',
            comment: 'What stands in common runs in the back end and in the browser.',
            severity: 'error',
            from: { path: '/src/common/', pathNot: [tests, testing] },
            to: { path: '^(packages|examples)/[^/]+/(src|lib)/(node|browser)/' }
        },
        {
            name: 'common-without-node',
            comment: 'What stands in common runs in the browser, which has no modules of Node.',
            severity: 'error',
            from: { path: '/src/common/', pathNot: [tests, testing] },
            to: { dependencyTypes: ['core'] }
        },
        {
            name: 'browser-without-node',
            comment: 'The browser talks to the back end by its API.',
            severity: 'error',
            from: { path: '/src/browser/', pathNot: [tests, testing] },
            to: { path: '^(packages|examples)/[^/]+/(src|lib)/node/' }
        },
        {
            name: 'node-without-browser',
            comment: 'The back end knows no widgets.',
            severity: 'error',
            from: { path: '/src/node/', pathNot: [tests, testing] },
            to: { path: '^(packages|examples)/[^/]+/(src|lib)/browser/' }
        },
        {
            name: 'by-its-name',
            comment: 'A package is imported by its name, not by a path into its sources.',
            severity: 'error',
            from: { path: '^(packages|examples)/([^/]+)/', pathNot: [tests, testing] },
            to: { path: '^(packages|examples)/[^/]+/src/', pathNot: '^$1/$2/' }
        },
        {
            name: 'tests-are-not-imported',
            severity: 'error',
            comment: 'Only a test may import a test or what tests are set up with.',
            from: { path: '^(packages|examples)/', pathNot: [tests, testing] },
            to: { path: [tests, testing, '^configs/', '^test/'] }
        },
        {
            name: 'no-cycles',
            comment: 'Two files that need each other are one idea, or three.',
            severity: 'error',
            from: {},
            to: { circular: true }
        },
        {
            name: 'found',
            comment: 'Every import leads somewhere.',
            severity: 'error',
            from: { path: '^(packages|examples)/' },
            to: { couldNotResolve: true }
        }
    ],
    options: {
        tsPreCompilationDeps: true,
        combinedDependencies: true,
        doNotFollow: { path: ['node_modules', '(^|/)lib/'] },
        exclude: { path: ['(^|/)src-gen/', '^(packages|examples)/[^/]+/lib/.*[.]d[.]ts[.]map$'] },
        enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'] }
    }
};
