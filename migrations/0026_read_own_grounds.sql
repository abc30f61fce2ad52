-- Which account may read why its doctor is exempt. The district that is never to know it invites the doctor, so an account by itself
-- proves nothing: whoever decides lets it read, or it was there when the ground was entered. The row goes as soon as somebody else
-- may have come in to the account; a row that is missing shows nothing. Who let it read stands in the municipality's log alone.

CREATE TABLE ground_reader (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  exemption_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (district_id, person_id, exemption_id, account_id),
  FOREIGN KEY (district_id, person_id, exemption_id)
    REFERENCES exemption (district_id, person_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX ground_reader_by_account ON ground_reader (account_id);

-- What doctors have claimed themselves goes on being theirs to read, unless a link has opened their account since.
INSERT INTO ground_reader
SELECT DISTINCT exemption.district_id, exemption.person_id, exemption.id, account.id
FROM audit
  JOIN account ON account.id = audit.actor AND account.status = 'active'
  JOIN exemption ON exemption.id = audit.subject_id AND exemption.person_id = account.person_id
WHERE audit.action = 'enter-exemption'
  AND NOT EXISTS (
    SELECT 1 FROM invitation
    WHERE (accepted_by = account.id OR invitation.account_id = account.id) AND accepted_at >= audit.at)
  AND EXISTS (
    SELECT 1 FROM exemption_ground
    WHERE exemption_ground.district_id = exemption.district_id AND exemption_ground.person_id = exemption.person_id
      AND exemption_ground.exemption_id = exemption.id);

CREATE TRIGGER ground_is_read_by_nobody_after BEFORE DELETE ON exemption_ground
BEGIN
  DELETE FROM ground_reader
  WHERE district_id = OLD.district_id AND person_id = OLD.person_id AND exemption_id = OLD.exemption_id;
END;

-- Another person's, or shut: nobody can say any more that it is the same one who reads. Links that open it see to it themselves, and
-- who changes their own address is in it already.
CREATE TRIGGER account_changes_hands AFTER UPDATE ON account
WHEN NEW.person_id IS NOT OLD.person_id OR NEW.status <> OLD.status
BEGIN
  DELETE FROM ground_reader WHERE account_id = OLD.id;
END;

CREATE INDEX exemption_ground_by_municipality ON exemption_ground (district_id, sealed_for);
