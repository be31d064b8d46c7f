export * from './result';
export { Distribution } from './distribution/distribution';
export { normal } from './distribution/normal';
export { studentT } from './distribution/student-t';
export { chiSquare } from './distribution/chi-square';
export { fisherF } from './distribution/fisher-f';
export { beta } from './distribution/beta';
