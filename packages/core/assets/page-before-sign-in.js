'use strict';

/*
 * What the pages for people who are not signed in have in common: how they find their language and speak it. A page brings `texts` by language
 * and `spoken`, which says what else there is to say in the language that was chosen, and calls `speak(language)` when it is there.
 */

const tags = { en: 'en', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' };

const fromBrowser = () => {
    for (const tag of navigator.languages) {
        const lower = tag.toLowerCase();
        if (/^en(-|$)/.test(lower)) {
            return 'en';
        }
        if (/^zh(-|$)/.test(lower)) {
            return /-(hant|tw|hk|mo)(-|$)/.test(lower) && !/-hans(-|$)/.test(lower) ? 'zh-tw' : 'zh-cn';
        }
    }
    return 'en';
};

const kept = localStorage.getItem('localeId');
let language = kept && Object.hasOwn(tags, kept) ? kept : fromBrowser();
const text = (key, ...values) => (texts[language][key] ?? texts[language].unexpected).replace(/\{(\d)\}/g, (_, index) => values[index]);
const element = id => document.getElementById(id);

const speak = next => {
    language = next;
    document.documentElement.lang = tags[language];
    for (const each of document.querySelectorAll('[data-text]')) {
        each.textContent = text(each.dataset.text);
    }
    element('languages').setAttribute('aria-label', text('languages'));
    for (const button of element('languages').children) {
        button.setAttribute('aria-pressed', String(button.value === language));
    }
    spoken();
};

element('languages').addEventListener('click', event => {
    if (event.target.value) {
        localStorage.setItem('localeId', event.target.value);
        speak(event.target.value);
    }
});
