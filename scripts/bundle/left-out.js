// Stands in for packages that vectra's index imports for keyword search and for documents, which the app does not use:
// its keyword search is SQLite's.
export const leftOut = true;
