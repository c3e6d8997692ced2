import type Database from 'better-sqlite3';

/** An open database of the product. Every table function takes it first. */
export type Db = Database.Database;

export type Statement<Parameters extends unknown[], Row> = Database.Statement<Parameters, Row>;
