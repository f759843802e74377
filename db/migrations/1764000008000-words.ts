import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search over everything that was ever said, in Italian and English, with and without accents. */
export class Words1764000008000 implements MigrationInterface {
  name = 'Words1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE TEXT SEARCH CONFIGURATION words_it (COPY = italian);
      ALTER TEXT SEARCH CONFIGURATION words_it
        ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
      CREATE TEXT SEARCH CONFIGURATION words_en (COPY = english);
      ALTER TEXT SEARCH CONFIGURATION words_en
        ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
      CREATE INDEX note_words ON note USING gin
        ((to_tsvector('words_it', coalesce(body, '')) || to_tsvector('words_en', coalesce(body, ''))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX note_words;
      DROP TEXT SEARCH CONFIGURATION words_it, words_en;
    `);
  }
}
