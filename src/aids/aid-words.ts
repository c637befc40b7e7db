export const frenchNumber = new Intl.NumberFormat('fr-FR');
export const englishNumber = new Intl.NumberFormat('en-GB');

export const frenchDate = (date: string): string => date.split('-').reverse().join('/');
