-- Mail that waits for a mail service holds its one-time link in clear. Once the link opens nothing, used or taken back or
-- forgotten, the mail is over and what it said goes; what is sent or given up says nothing already. A message's key names its link.

CREATE TRIGGER used_link_is_not_mailed AFTER UPDATE OF used_at ON login_link
WHEN NEW.used_at IS NOT NULL AND OLD.used_at IS NULL
BEGIN
  UPDATE outbox SET status = 'sent', sent_at = NEW.used_at, last_error = 'the link is spent', payload = '{}'
  WHERE dedup_key IN ('sign-in-link:' || NEW.hash, 'confirm-link:' || NEW.hash) AND status = 'waiting';
END;

CREATE TRIGGER forgotten_link_is_not_mailed AFTER DELETE ON login_link
BEGIN
  UPDATE outbox SET status = 'sent', sent_at = OLD.created_at, last_error = 'the link is spent', payload = '{}'
  WHERE dedup_key IN ('sign-in-link:' || OLD.hash, 'confirm-link:' || OLD.hash) AND status = 'waiting';
END;

CREATE TRIGGER accepted_invitation_is_not_mailed AFTER UPDATE OF accepted_at ON invitation
WHEN NEW.accepted_at IS NOT NULL AND OLD.accepted_at IS NULL
BEGIN
  UPDATE outbox SET status = 'sent', sent_at = NEW.accepted_at, last_error = 'the link is spent', payload = '{}'
  WHERE dedup_key = 'invitation:' || NEW.hash AND status = 'waiting';
END;

CREATE TRIGGER forgotten_invitation_is_not_mailed AFTER DELETE ON invitation
BEGIN
  UPDATE outbox SET status = 'sent', sent_at = OLD.created_at, last_error = 'the link is spent', payload = '{}'
  WHERE dedup_key = 'invitation:' || OLD.hash AND status = 'waiting';
END;

-- Taking away all ways in to an account looks for what is under way for it.
CREATE INDEX challenge_by_account ON challenge (account_id);
CREATE INDEX provider_attempt_by_account ON provider_attempt (account_id);
