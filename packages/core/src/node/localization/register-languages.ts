import { LocalizationContribution, type LocalizationRegistry } from '@theia/core/lib/node/i18n/localization-contribution';

/** The languages besides English, each with its name in itself. */
const languages = { 'zh-cn': ['Chinese (Simplified)', '简体中文'], 'zh-tw': ['Chinese (Traditional)', '繁體中文'] } as const;

/** Texts by language; nested by the parts of their keys: `{ earshot: { quality: { calls: { title: '通话' } } } }`. */
export type PackageTexts = Readonly<Record<keyof typeof languages, unknown>>;

/**
 * Registers the texts of a package. Theia only takes a language for complete if one of its registrations says so
 * (`languagePack`); which package comes first is not known, so each of them does.
 */
export function registerPackageLanguages(registry: LocalizationRegistry, packageName: string, texts: PackageTexts): void {
    for (const [languageId, [languageName, localizedLanguageName]] of Object.entries(languages)) {
        const ofLanguage = texts[languageId as keyof PackageTexts];
        if (typeof ofLanguage !== 'object' || ofLanguage === null) {
            throw new Error(`The package ${packageName} has no texts in ${languageName}.`);
        }
        registry.registerLocalizationFromRequire({ languageId, languageName, localizedLanguageName, languagePack: true }, ofLanguage);
    }
}

/** The same as a contribution: `bind(LocalizationContribution).toConstantValue(packageLanguages('quality', { 'zh-cn': …, 'zh-tw': … }))`. */
export const packageLanguages = (packageName: string, texts: PackageTexts): LocalizationContribution => ({
    registerLocalizations: async registry => registerPackageLanguages(registry, packageName, texts)
});
