/** Every operation of processes, exams and certification, on one page. */
export const trainingContract = {};
