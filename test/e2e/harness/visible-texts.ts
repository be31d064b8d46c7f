import { reformulationOf } from '@earshot/core/lib/common/search/reformulation';
import { generalServiceForm } from '@earshot/forms';
import { impressions, noComment, openCalibration, sampleCalibration } from '@earshot/sample-centre/lib/common/sample-evaluations';
import { everyComment } from '@earshot/sample-centre/lib/common/history/past-comments';
import { pastCoaching } from '@earshot/sample-centre/lib/common/history/past-coaching';
import { pastQueues, pastTags } from '@earshot/sample-centre/lib/common/history/past-contacts';
import { candidates, essayComment } from '@earshot/sample-centre/lib/common/history/past-sittings';
import { pastSessions } from '@earshot/sample-centre/lib/common/history/past-evaluations';
import { sampleComments, sampleRequests, sampleReviews } from '@earshot/sample-centre/lib/common/sample-care';
import { sampleCalls } from '@earshot/sample-centre/lib/common/sample-calls';
import { sampleConversations, sampleObservations } from '@earshot/sample-centre/lib/common/sample-conversations';
import { sampleAnnualReview } from '@earshot/sample-centre/lib/common/sample-annual-review';
import { sampleArticleEvaluations } from '@earshot/sample-centre/lib/common/sample-article-evaluations';
import { sampleHouse, sampleRevocation } from '@earshot/sample-centre/lib/common/sample-certificates';
import { sampleCourses } from '@earshot/sample-centre/lib/common/sample-sessions';
import { sampleDocuments } from '@earshot/sample-centre/lib/common/sample-documents';
import { sampleSearches } from '@earshot/sample-centre/lib/common/sample-searches';
import { sampleRevision } from '@earshot/sample-centre/lib/common/sample-revision';
import { sampleRubrics } from '@earshot/sample-centre/lib/common/sample-marked-questions';
import { samplePlan, writtenPlan } from '@earshot/sample-centre/lib/common/sample-sampling';
import { samplePeople, samplePositions, sampleTeams } from '@earshot/sample-centre/lib/common/sample-people';
import type { Page } from 'playwright-core';
import { apiOf } from './api';
import { textsForPlaces } from './places';

const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'] as const;
/** What is written in it is a key, a code, what people said, or in another language and says so. */
const apart = 'kbd, code, pre, script, style, [lang]:not(html), .q-message-text, .m-transcript-turns';

/** Everything that a page says to eyes and screen readers: texts, names of things, hints in empty fields. */
export const textsOn = (page: Page): Promise<readonly string[]> => page.evaluate(([names, skipped]) => {
    const isShown = (element: Element | null): boolean => {
        const shown = element?.closest('option, optgroup') ? element.closest('select') : element;
        return shown !== null && shown !== undefined && shown.closest(skipped) === null && shown.checkVisibility({ visibilityProperty: true });
    };
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent!.trim() !== '' && isShown(node.parentElement)) {
            found.add(node.textContent!.trim());
        }
    }
    for (const element of document.body.querySelectorAll(names.map(each => `[${each}]`).join(','))) {
        if (isShown(element)) {
            names.forEach(each => { const value = element.getAttribute(each)?.trim(); if (value) { found.add(value); } });
        }
    }
    return [document.title, ...found];
}, [attributes, apart] as const);

const initialsOf = (name: string): string => name.split(' ').map(each => each[0]).join('');

/** What people wrote, as the sample centre has it: it stays as it was written whatever the language of the screen is. */
const written: readonly string[] = [
    ...samplePeople.flatMap(each => [each.name, each.login, initialsOf(each.name)]), ...Object.values(sampleTeams).map(each => each.name), ...Object.entries(samplePositions).flat(),
    ...[...sampleConversations, ...sampleObservations].flatMap(each => [each.id, each.queue, ...each.tags]), ...sampleObservations.flatMap(each => each.scenario ?? []),
    ...sampleCalls.flatMap(each => [each.id, each.queue, ...each.tags, ...each.files]),
    ...Object.values(impressions).flatMap(each => [each.strength, each.improvement, ...Object.values(each.comments ?? {})]).filter(each => each !== undefined),
    ...Object.values(pastQueues).flat(), ...pastTags, ...everyComment, ...pastSessions.map(each => each.title),
    ...pastCoaching.flatMap(each => [each.title, ...[...each.behaviours, ...each.steps, ...each.notes].map(one => one.text), ...each.steps.flatMap(one => one.comment ?? [])]),
    ...sampleRequests.flatMap(each => [each.clause, each.text, each.answer?.text ?? '', ...(each.discussion ?? []).map(one => one.text)]), ...sampleComments.flatMap(each => [each.text, each.clause ?? '', ...(each.answers ?? []).map(one => one.text)]), ...sampleReviews.flatMap(each => [each.scope, each.findings, ...each.actions.map(one => one.text)]),
    ...sampleSearches.flatMap(each => reformulationOf(each.first, each.then) ?? []).flatMap(each => [each.from, each.to]),
    ...sampleCourses.flatMap(each => [each.title, each.aim, ...each.sessions.flatMap(one => [one.place, one.onlineLink ?? '', one.cancelled ?? '', ...(one.opinions ?? []).flatMap(said => [said.kept ?? '', said.changed ?? ''])])]),
    ...sampleArticleEvaluations.flatMap(each => Object.values(each.answers)).flatMap(each => each.comment ?? []),
    sampleAnnualReview.scope, sampleAnnualReview.completeness, sampleAnnualReview.fitness, ...sampleAnnualReview.actions.map(each => each.text),
    ...sampleDocuments.flatMap(each => each.diagrams ?? []).map(each => each.name),
    ...sampleDocuments.flatMap(each => each.notes ?? []).filter(each => each !== null),
    ...generalServiceForm.sections.flatMap(section => section.questions.flatMap(question => question.phrases?.rules.flatMap(rule => rule.wordings) ?? [])), // what agents are to say, or not
    noComment, sampleRevision.note, samplePlan.title, writtenPlan.title, ...Object.values(textsForPlaces),
    'general-service', 'compliance', 'written-service', 'article-quality', 'training-feedback', // short names of the sample forms
    ...candidates.map(each => each.essay), essayComment, sampleHouse, sampleRevocation.reason,
    ...Object.values(sampleRubrics).flat().flatMap(each => [each.text, ...each.levels.map(one => one.text)]),
    sampleCalibration.title, sampleCalibration.ruling.text, openCalibration.title,
    '简体中文', '繁體中文', // languages name themselves
    'person.changed' // an example of a code
];
interface Rows<T> { readonly rows: readonly T[] }

/** The same of what is only in the database: articles, and what tests before this one have added. */
const added = async (): Promise<readonly string[]> => {
    const [admin, lead, editor, trainer] = [await apiOf('ada'), await apiOf('lena'), await apiOf('kai'), await apiOf('tina')];
    const rows = async <Row>(api: typeof admin, path: string): Promise<readonly Row[]> => (await api.get<Rows<Row>>(`${path}?limit=500`)).rows;
    const { queues, tags } = await lead.get<{ queues: readonly string[]; tags: readonly string[] }>('/quality/interaction-facets');
    return [
        ...(await rows<{ name: string; login: string }>(admin, '/people')).flatMap(each => [each.name, each.login, initialsOf(each.name)]),
        ...queues, ...tags, ...(await rows<{ callId: string }>(lead, '/quality/interactions')).map(each => each.callId),
        ...(await rows<{ title: string }>(lead, '/quality/sampling-plans')).map(each => each.title), ...(await rows<{ title: string }>(lead, '/quality/calibrations')).map(each => each.title),
        ...(await rows<{ title: string; tags: readonly string[] }>(editor, '/knowledge/articles')).flatMap(each => [each.title, ...each.tags]),
        ...(await rows<{ title: string; area: string }>(admin, '/training/documents')).flatMap(each => [each.title, each.area]),
        ...(await rows<{ name: string; prompt: string; category: string; tags: readonly string[]; skills: readonly string[] }>(trainer, '/training/questions'))
            .flatMap(each => [each.name, each.prompt, each.category, ...each.category.split('/'), ...each.tags, ...each.skills]),
        ...(await rows<{ title: string }>(trainer, '/training/exams')).map(each => each.title)
    ];
};

/** Takes out of a text what people wrote. */
export const dataRemover = async (): Promise<(text: string) => string> => {
    const longestFirst = [...new Set([...written, ...await added()])].filter(each => each.length > 1).sort((one, other) => other.length - one.length);
    return text => longestFirst.reduce((rest, each) => rest.replaceAll(each, ' '), text).replace(/\b(?=[a-f]*\d)[0-9a-f]{12,64}\b/g, ' '); // a checksum is no word
};

/** Names that are the same in every language. */
const names = [
    'Earshot', // the product
    'English', // languages name themselves
    'CSV', 'JSON', 'MP3', 'WAV', 'FLAC', 'Ogg', 'Opus', 'WebM', 'AMR', 'GSM', 'Markdown', 'Word', 'Excel', 'zip', 'PDF', 'index', 'html', 'WebVTT', 'SubRip', 'BPMN', 'bpmn', 'QR', // formats
    'API', 'HTTP', 'HTTPS', 'SMTP', 'Webhook', 'URL', 'IP', 'ID', // technology
    'Ctrl', 'Alt', 'Shift', 'Enter', 'Esc', 'Tab', // keys as they are printed
    'AC', 'ICC', 'Bland', 'Altman', 'Krippendorff', 'Gwet', 'Shrout', 'Fleiss', // coefficients and who found them
    'KB', 'MB', 'GB', 'kHz', 'Hz', 'kbit', 'dB', 'dBFS', 'LUFS', 'ms' // units
];
const known = new Set(names.map(each => each.toLowerCase()));

/** The Latin words of a text without data that are not such names; one letter is no word. */
export const latinWords = (text: string): readonly string[] => (text.match(/[A-Za-z]{2,}/g) ?? []).filter(each => !known.has(each.toLowerCase()));
