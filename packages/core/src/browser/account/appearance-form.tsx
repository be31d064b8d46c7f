import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { languages } from '../../common/access/session-contract';
import { usePreference, useSession } from '../application/context';
import { type Language, languageNames } from '../application/language';
import { useLanguageSwitch } from '../shell/person-menu';
import { themeLabels, type Density, type ThemeChoice } from '../theming/appearance-service';
import { Segmented, Select } from '../widgets/choice';
import { Field } from '../widgets/field';

/** Theme, density and language: applied at once, kept for the person. */
export function AppearanceForm(): React.ReactElement {
    const { theme: initialTheme } = useSession();
    const [theme, setTheme] = usePreference<ThemeChoice>('theme', initialTheme);
    const [density, setDensity] = usePreference<Density>('density', 'comfortable');
    const switchLanguage = useLanguageSwitch();
    return <div className='e-form'>
        <Field label={nls.localize('earshot/core/person-menu/theme', 'Theme')} group><Segmented value={theme} onChange={setTheme} options={Object.entries(themeLabels()).map(([value, label]) => ({ value: value as ThemeChoice, label }))} /></Field>
        <Field label={nls.localize('earshot/core/person-menu/density', 'Density')} group><Segmented value={density} onChange={setDensity} options={[
            { value: 'comfortable', label: nls.localize('earshot/core/person-menu/comfortable', 'Comfortable') }, { value: 'compact', label: nls.localize('earshot/core/person-menu/compact', 'Compact') }]} /></Field>
        <Field label={nls.localize('earshot/core/person-menu/language', 'Language')} help={nls.localize('earshot/core/account/language-help', 'The window loads again, at the same place.')}>
            <Select<Language> value={languages.find(each => each === nls.locale) ?? 'en'} onChange={switchLanguage} options={languages.map(each => ({ value: each, label: languageNames[each] }))} />
        </Field>
    </div>;
}
