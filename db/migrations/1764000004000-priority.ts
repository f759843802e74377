import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the priority of a case is made of and says of itself, and the layer of exposed places. */
export class Priority1764000004000 implements MigrationInterface {
  name = 'Priority1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const schema = `
ALTER TABLE cases ADD band text NOT NULL DEFAULT 'P4', ADD priority_parts jsonb, ADD burst_at timestamptz,
  ADD burst_real_at timestamptz;
-- Until the sweep has weighed them; what is over keeps it.
UPDATE cases SET band = CASE WHEN emergency <> 'none' OR priority >= 60 THEN 'P1' WHEN priority >= 40 THEN 'P2'
  WHEN priority >= 20 THEN 'P3' ELSE 'P4' END;

CREATE TABLE exposure_place (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  area geometry(Geometry,4326) NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX exposure_place_area ON exposure_place USING gist (area);

-- Who somebody is and what became of what they sent before.
CREATE INDEX report_person ON report (person_id, received_at) WHERE person_id IS NOT NULL;
CREATE INDEX report_client ON report (client_hash, received_at) WHERE client_hash IS NOT NULL;

-- The inbox by priority: the band first, since that of a case with a burst is not the one of its score.
DROP INDEX cases_priority;
CREATE INDEX cases_priority ON cases (band, priority DESC, due_at, id);

-- Counting still reads one index alone.
DROP INDEX cases_counts;
CREATE INDEX cases_counts ON cases (status, department_id, emergency, reopen_asked, due_at) INCLUDE (band, burst_at);

-- Points come and go with time on thousands of cases at once: only another band or a burst is worth a word.
DROP TRIGGER cases_tell ON cases;
CREATE TRIGGER cases_tell AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION tell_case_changed();
CREATE TRIGGER cases_tell_change AFTER UPDATE ON cases FOR EACH ROW
  WHEN (OLD.priority_parts IS NOT DISTINCT FROM NEW.priority_parts OR OLD.band <> NEW.band
        OR OLD.burst_at IS DISTINCT FROM NEW.burst_at OR OLD.version <> NEW.version)
  EXECUTE FUNCTION tell_case_changed();
`;

const undo = `
DROP TRIGGER cases_tell ON cases;
DROP TRIGGER cases_tell_change ON cases;
CREATE TRIGGER cases_tell AFTER INSERT OR UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION tell_case_changed();
DROP INDEX cases_counts, cases_priority;
CREATE INDEX cases_counts ON cases (status, department_id, emergency, reopen_asked, due_at);
CREATE INDEX cases_priority ON cases (priority DESC, due_at, id);
DROP INDEX report_person, report_client;
DROP TABLE exposure_place;
ALTER TABLE cases DROP band, DROP priority_parts, DROP burst_at, DROP burst_real_at;
`;
