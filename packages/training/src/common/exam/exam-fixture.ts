import { type BankEntry, type Blueprint, type DrawnRule, newBlueprint, type QuestionFilter } from './blueprint';

/** What tests of exams begin with. */
export const testEntry = (id: string, about: Partial<BankEntry> = {}): BankEntry => ({ id, points: 1, clauses: [], skills: [], difficulty: null, tags: [], ...about });
export const testRule = (id: string, count: number, where: Partial<QuestionFilter> = {}, knockOut = false): DrawnRule =>
    ({ id, kind: 'drawn', count, where: { clauses: [], skills: [], difficulties: [], tags: [], ...where }, knockOut });
export const testBlueprint = (rules: Blueprint['sections'][number]['rules'], about: Partial<Blueprint> = {}): Blueprint => ({ ...newBlueprint('all'), sections: [{ id: 'all', title: 'All', passPercent: null, rules }], ...about });
