import { InvalidArgumentError, Option } from 'commander';
import { languages } from '../shared/language.ts';

/** An option that takes a whole number from 1 to `most`. */
export function countOption(flags: string, description: string, usual: number, most: number): Option {
  return new Option(flags, description).default(usual).argParser((value) => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < 1 || count > most)
      throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
    return count;
  });
}

/** Which client: by name, by its beginning, or by id. */
export function clientOption(): Option {
  return new Option('-c, --client <client>', 'name, the beginning of the name, or id').makeOptionMandatory();
}

export function languageOption(description: string): Option {
  return new Option('-l, --language <language>', description).choices(languages);
}
