import { allQuestions, generalServiceForm, scoreForm, validateAnswers } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { sampleCalls } from './sample-calls';
import { habits, impressions, openCalibration, sampleAnswers, sampleCalibration, sampleEvaluations } from './sample-evaluations';
import { sampleAcknowledgements, sampleDisputes } from './sample-feedback';
import { samplePeople, sampleTeams } from './sample-people';

describe('the sample centre', () => {
    it.each(Object.keys(impressions).flatMap(call => Object.keys(habits).map(login => [call, login])))('has complete answers for %s by %s', (call, login) => {
        const answers = sampleAnswers(call, habits[login]);
        expect(validateAnswers(generalServiceForm, answers, { complete: true })).toEqual([]);
        expect(scoreForm(generalServiceForm, answers).percent).not.toBeNull();
    });
    it('names only people and calls that there are', () => {
        const logins = samplePeople.map(each => each.login);
        const calls = sampleCalls.map(each => each.id);
        expect(new Set(logins).size).toBe(logins.length);
        expect([...Object.values(sampleTeams).map(each => each.leader), ...sampleEvaluations.map(each => each.by), ...sampleCalibration.raters, ...openCalibration.raters].filter(each => !logins.includes(each))).toEqual([]);
        expect([...sampleEvaluations.map(each => each.call), ...sampleCalibration.calls, ...openCalibration.calls].filter(each => !calls.includes(each))).toEqual([]);
        expect([...sampleAcknowledgements, ...sampleDisputes].filter(({ call, agent }) => sampleCalls.find(each => each.id === call)?.agent !== samplePeople.find(each => each.login === agent)?.number || !sampleEvaluations.some(each => each.call === call))).toEqual([]);
        const questions = allQuestions(generalServiceForm).map(each => each.question.id);
        expect(sampleDisputes.flatMap(each => each.questions.map(one => one.question)).filter(each => !questions.includes(each))).toEqual([]);
        expect(sampleCalls.filter(each => !samplePeople.some(person => person.number === each.agent))).toEqual([]);
        expect(Object.keys(impressions)).toEqual(calls);
    });
});
